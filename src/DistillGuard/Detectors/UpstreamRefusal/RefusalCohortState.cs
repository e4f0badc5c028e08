// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>What <c>upstream-refusal</c> remembers of a cohort: how many different prompts of an account are refused, as account-day peaks.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RefusalCohortState
{
    public long FirstTicks;
    public PeakHistogram Peaks;
}
