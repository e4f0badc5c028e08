// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>What <c>upstream-refusal</c> remembers of an account: 144 bytes, keyed hashes and counts. Zero bytes are a new account.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UpstreamRefusalState
{
    // Half a prompt: less is forgotten, and a prompt sent again then is a new one.
    private const double LeastRemembered = 0.5;

    public DecayingCount Requests;

    /// <summary>Different prompts that were refused.</summary>
    public DecayingCount Refused;

    /// <summary>The prompts that <see cref="Refused"/> counted, so that each counts once.</summary>
    public DistinctCount Counted;
    public PendingPrompts Pending;
    public long DayStart;

    /// <summary>The bucket of the current account-day's peak of <see cref="Refused"/>.</summary>
    public byte DayPeak;

    /// <summary>Counts the refusal of a request, unless its prompt was refused before.</summary>
    /// <returns>Whether it counts.</returns>
    public bool CountRefusal(long exchange, long ticks, TimeSpan halfLife)
    {
        if (Refused.At(ticks, halfLife) < LeastRemembered)
        {
            Counted = default;
        }

        if (!Counted.Add(Pending.Of(exchange)))
        {
            return false;
        }

        Refused.Add(ticks, halfLife);
        return true;
    }
}
