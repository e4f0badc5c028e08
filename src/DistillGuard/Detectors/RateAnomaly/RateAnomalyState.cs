// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>What <c>rate-anomaly</c> remembers of an account: 96 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RateAnomalyState
{
    public DecayingCount RecentRequests;
    public DecayingCount RecentTokens;
    public DecayingCount PastRequests;
    public long FirstTicks;
    public long LastTicks;
    public long PreviousTicks;
    public long StretchStart;
    public long DayStart;
    public Peaks DayPeaks;

    /// <summary>The bucket of the current account-day's peak, for every <see cref="RateMeasure"/>.</summary>
    [InlineArray(RateMeasures.Count)]
    public struct Peaks
    {
        private byte _first;
    }
}
