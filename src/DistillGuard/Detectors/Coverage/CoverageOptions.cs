// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.Coverage;

/// <summary>Options of <c>coverage</c>.</summary>
public sealed class CoverageOptions : IGuardOptions
{
    /// <summary>
    /// Most that sweeping topics may weigh, in natural log-odds. 0 to 3; default 0.5, below what makes a family count: who asks about everything may be
    /// a search box.
    /// </summary>
    public double MostWeight { get; set; } = 0.5;

    /// <summary>Fewest members whose topics are known. 2 to 1,000; default 4.</summary>
    public int FewestMembers { get; set; } = 4;

    /// <summary>Fewest peers of the same surface and day. 10 to 60; default 20.</summary>
    public int FewestPeers { get; set; } = 20;

    /// <summary>Fewest topics of an account that is counted: short single questions among its latest. 1 to 8; default 4.</summary>
    public int FewestTopics { get; set; } = 4;

    /// <summary>Random choices that settle a group which looks odd at first. 999 to 1,000,000; default 9,999.</summary>
    public int Draws { get; set; } = 9_999;

    /// <summary>
    /// Probability, multiplied by the groups looked at, from which anything is said; printed beside the measure. 1e-6 to 0.3; default 0.01.
    /// </summary>
    public double UnusualFrom { get; set; } = 0.01;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(MostWeight), MostWeight, 0, 3);
        problems.CheckRange(nameof(FewestMembers), FewestMembers, 2, 1_000);
        problems.CheckRange(nameof(FewestPeers), FewestPeers, 10, Groups.GroupHabits.MostPeers);
        problems.CheckRange(nameof(FewestTopics), FewestTopics, 1, 8);
        problems.CheckRange(nameof(Draws), Draws, 999, 1_000_000);
        problems.CheckRange(nameof(UnusualFrom), UnusualFrom, 1e-6, 0.3);
    }
}
