// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>Rule documents could not be compiled. It carries every mistake found, not the first only.</summary>
public sealed class RuleSetException : Exception
{
    internal RuleSetException(IReadOnlyList<RuleDiagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Every mistake, in the order of the documents; at least one.</summary>
    public IReadOnlyList<RuleDiagnostic> Diagnostics { get; }
}
