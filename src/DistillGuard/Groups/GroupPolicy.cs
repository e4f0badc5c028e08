// SPDX-License-Identifier: MIT

using System.Numerics;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Groups;

/// <summary>Weighs a group's evidence: as for accounts, families are capped and added, and two are needed.</summary>
/// <remarks>
/// What a template says and that it is shared are both facts about the template: lawful teams share published pipeline templates too. Those two
/// families alone accuse only when more organizations share it than lawful teams ever did in the traffic looked at.
/// </remarks>
internal sealed class GroupPolicy
{
    private const SignalFamilies Template = SignalFamilies.Structure | SignalFamilies.Content;
    private const int ManyOrganizations = 8;

    private readonly FusionPolicy _fusion;

    public GroupPolicy(FusionOptions options, BarPair bars)
    {
        _fusion = new FusionPolicy(options, bars);
        Bar = bars.Elevated;
        HighBar = bars.High;
    }

    public float Bar { get; }

    public float HighBar { get; }

    /// <summary>Whether nothing but the template speaks against a group.</summary>
    public static bool IsTemplateOnly(SignalFamilies families) => (families & ~Template) == SignalFamilies.None;

    /// <summary>Whether what speaks against a group speaks against each member alike: links and replaced accounts concern some of them only.</summary>
    public static bool ConcernsAll(SignalFamilies families) => !IsTemplateOnly(families & ~SignalFamilies.Identity);

    /// <summary>Fuses what analyzers said of a group.</summary>
    /// <param name="signals">What they said.</param>
    /// <param name="organizations">Unrelated organizations that declared nothing which explains the template.</param>
    public Fusion Fuse(ReadOnlySpan<Signal> signals, int organizations)
    {
        Fusion fusion = _fusion.Fuse(signals);
        bool counts = BitOperations.PopCount((uint)fusion.Families) >= 2
            && (!IsTemplateOnly(fusion.Families) || organizations >= ManyOrganizations);
        float accusable = counts ? fusion.Score : 0;
        VerdictLevel level = accusable < Bar ? VerdictLevel.None
            : accusable < HighBar ? VerdictLevel.Elevated
            : VerdictLevel.High;
        return fusion with { Accusable = accusable, Level = level };
    }
}
