// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.ReleasePivot;

/// <summary>Options of <c>release-pivot</c>.</summary>
public sealed class ReleasePivotOptions : IGuardOptions
{
    /// <summary>Fewest exchanges since a release before a member's share on the new model is counted. 1 to 1,000; default 2.</summary>
    public int FewestPerMember { get; set; } = 2;

    /// <summary>Fewest members with a share that counts. 1 to 1,000; default 4.</summary>
    public int FewestMembers { get; set; } = 4;

    /// <summary>
    /// How far from what is usual towards "all of them" the group's share must lie before it weighs anything, from 0 to 0.99; default 0.5: where everybody
    /// is curious, only a group that moved nearly whole stands out.
    /// </summary>
    public double Margin { get; set; } = 0.5;

    /// <summary>Share beyond that from which it weighs in full. 0.01 to 1; default 0.3.</summary>
    public double FullAbove { get; set; } = 0.3;

    /// <summary>Most that it may weigh, in natural log-odds. 0 to 2; default 1: everybody tries new models, and waiting a day evades it.</summary>
    public double MostWeight { get; set; } = 1;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(FewestPerMember), FewestPerMember, 1, 1_000);
        problems.CheckRange(nameof(FewestMembers), FewestMembers, 1, 1_000);
        problems.CheckRange(nameof(Margin), Margin, 0, 0.99);
        problems.CheckRange(nameof(FullAbove), FullAbove, 0.01, 1);
        problems.CheckRange(nameof(MostWeight), MostWeight, 0, 2);
    }
}
