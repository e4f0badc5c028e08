// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.DistributionShift;

/// <summary>Options of <c>distribution-shift</c>.</summary>
public sealed class DistributionShiftOptions : IGuardOptions
{
    /// <summary>
    /// Most that a change may weigh, in natural log-odds. 0 to 4; default 1.5: it says that something changed, never what for, and
    /// stays far below the bar that is assumed for groups.
    /// </summary>
    public double MostWeight { get; set; } = 1.5;

    /// <summary>Fewest members, with twenty prompts each, that are compared with peers. 3 to 1,000; default 4.</summary>
    public int FewestMembers { get; set; } = 4;

    /// <summary>Fewest peers of the same surface and day; with fewer, members are compared with their own pasts. 10 to 60; default 20.</summary>
    public int FewestPeers { get; set; } = 20;

    /// <summary>Fewest members that are compared with their own pasts. 8 to 1,000; default 8: signs of fewer agree by chance too often.</summary>
    public int FewestAlone { get; set; } = 8;

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
        problems.CheckRange(nameof(MostWeight), MostWeight, 0, 4);
        problems.CheckRange(nameof(FewestMembers), FewestMembers, 3, 1_000);
        problems.CheckRange(nameof(FewestPeers), FewestPeers, 10, Groups.GroupHabits.MostPeers);
        problems.CheckRange(nameof(FewestAlone), FewestAlone, 8, 1_000);
        problems.CheckRange(nameof(Draws), Draws, 999, 1_000_000);
        problems.CheckRange(nameof(UnusualFrom), UnusualFrom, 1e-6, 0.3);
    }
}
