// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>What <c>rate-anomaly</c> remembers of a cohort: a histogram of account-day peaks for every <see cref="RateMeasure"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RateCohortState
{
    public long FirstTicks;
    public Histograms Peaks;

    /// <summary>One histogram for every <see cref="RateMeasure"/>.</summary>
    [InlineArray(RateMeasures.Count)]
    public struct Histograms
    {
        private PeakHistogram _first;
    }
}
