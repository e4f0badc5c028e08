// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Detectors.PromptPattern;

/// <summary>What <c>prompt-pattern</c> remembers of an account: 112 bytes. Zero bytes are an account never seen.</summary>
/// <remarks>
/// All counts forget at the same pace, so they share one time: seventeen <see cref="Statistics.DecayingCount"/>s would take 272 bytes.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct PromptPatternState
{
    private const double Ln2 = 0.69314718055994530942;

    public TacticCounts Hits;

    /// <summary>The rule that speaks for each tactic: the heaviest one that the tactic's latest prompt matched.</summary>
    public HeaviestRules Rules;
    public long Ticks;
    public float Requests;

    /// <summary>The tactics of the latest request, one bit each, in case it is turned away.</summary>
    public ushort LatestTactics;

    /// <summary>Brings all counts to a time. Time that runs backwards by less than a half-life is no time passed.</summary>
    public void DecayTo(long ticks, TimeSpan halfLife)
    {
        long elapsed = ticks - Ticks;
        if (elapsed > 0)
        {
            float kept = (float)Math.Exp(-Ln2 * elapsed / halfLife.Ticks);
            Requests *= kept;
            for (int i = 0; i < TacticCounts.Count; i++)
            {
                Hits[i] *= kept;
            }

            Ticks = ticks;
        }
        else if (elapsed < -halfLife.Ticks)
        {
            Ticks = ticks; // a clock was put right; waiting for the wrong time to come would keep the counts for ever
        }
    }

    /// <summary>Takes the latest request back.</summary>
    public void TakeBack()
    {
        Requests = Math.Max(0, Requests - 1);
        for (int i = 0; i < TacticCounts.Count; i++)
        {
            if ((LatestTactics & (1 << i)) != 0)
            {
                Hits[i] = Math.Max(0, Hits[i] - 1);
            }
        }

        LatestTactics = 0;
    }
}
