// SPDX-License-Identifier: MIT

using System.Numerics;
using DistillGuard.Signals;

namespace DistillGuard.Verdicts;

/// <summary>
/// Fuses signals into a score: log-odds are summed inside a family up to that family's cap, families are added, and nobody is
/// accused on fewer than two families. The one exception is conclusive evidence: it is added uncut, and where it reaches the bar by
/// itself it needs no second family. Immutable; safe on any thread.
/// </summary>
internal sealed class FusionPolicy
{
    private const int FewestFamilies = 2;

    // Keeps the score finite; far above any bar.
    private const float MostConclusive = 100;

    private readonly FamilyScores _caps;
    private readonly float _countsFrom;

    /// <summary>Makes the policy of options whose bar nobody has calibrated.</summary>
    public FusionPolicy(FusionOptions options)
        : this(options, BarPair.Assumed(options.Budget.PerAccountDay))
    {
    }

    public FusionPolicy(FusionOptions options, BarPair bars)
    {
        for (int family = 0; family < FamilyScores.Count; family++)
        {
            _caps[family] = (float)options.CapOf((SignalFamily)family);
        }

        _countsFrom = (float)options.FamilyCountsFrom;
        Bars = bars;
    }

    /// <summary>The bars of accounts whose segments have none of their own.</summary>
    public BarPair Bars { get; }

    /// <summary>The score from which an account is accused at the budget.</summary>
    public float Bar => Bars.Elevated;

    /// <summary>The score from which it would be accused at a tenth of the budget.</summary>
    public float HighBar => Bars.High;

    public Fusion Fuse(ReadOnlySpan<Signal> signals) => Fuse(signals, Bars);

    /// <summary>Fuses signals, and holds the score against the bars of the account.</summary>
    public Fusion Fuse(ReadOnlySpan<Signal> signals, BarPair bars)
    {
        var sums = default(FamilyScores);
        float conclusive = 0;
        var families = SignalFamilies.None;
        foreach (ref readonly Signal signal in signals)
        {
            if (signal.Info.IsPolicy || !float.IsFinite(signal.Weight))
            {
                continue;
            }

            if (signal.Info.IsConclusive && signal.Weight > 0)
            {
                conclusive = Math.Min(MostConclusive, conclusive + signal.Weight);
                families |= signal.Weight >= _countsFrom ? FlagOf((int)signal.Info.Family) : SignalFamilies.None;
            }
            else
            {
                sums[(int)signal.Info.Family] += signal.Weight;
            }
        }

        float score = conclusive;
        for (int family = 0; family < FamilyScores.Count; family++)
        {
            float capped = Math.Clamp(sums[family], -_caps[family], _caps[family]);
            score += capped;
            if (capped >= _countsFrom)
            {
                families |= FlagOf(family);
            }
        }

        float accusable = BitOperations.PopCount((uint)families) >= FewestFamilies ? score : Math.Min(score, conclusive);
        return new Fusion(score, families, accusable, bars.LevelOf(accusable));
    }

    private static SignalFamilies FlagOf(int family) => (SignalFamilies)(1 << family);
}
