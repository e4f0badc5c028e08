// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks;

/// <summary>
/// Leaves a benchmark to the complete configuration, <c>Analysis</c>: always, or with a parameter of one of the values named. For what takes long and
/// says little that other rows do not say.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class AnalysisOnlyAttribute : Attribute
{
    /// <summary>Leaves it out.</summary>
    /// <param name="values">Parameters as tables show them; none means always.</param>
    public AnalysisOnlyAttribute(params string[] values) => Values = values;

    /// <summary>Parameters as tables show them.</summary>
    public IReadOnlyList<string> Values { get; }
}
