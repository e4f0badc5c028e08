// SPDX-License-Identifier: MIT

namespace DistillGuard;

/// <summary>The guard cannot be built as configured. The message lists every problem with place, value, reason and remedy.</summary>
public sealed class GuardConfigurationException : Exception
{
    /// <summary>Makes the exception from all problems found.</summary>
    public GuardConfigurationException(IReadOnlyList<string> problems)
        : base("DistillGuard cannot be built:" + Environment.NewLine + "  " + string.Join(Environment.NewLine + "  ", problems)) =>
        Problems = problems;

    /// <summary>The problems, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
