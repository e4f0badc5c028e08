// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>Why a segment has the bar it has.</summary>
public enum SegmentBasis
{
    /// <summary>Too few account-days to tell at this budget, so the bar of all.</summary>
    Thin,

    /// <summary>Enough account-days, and no credible sign that they reach the bar of all more often than the budget allows: the bar of all.</summary>
    Pooled,

    /// <summary>Benign account-days reach the bar of all credibly more often than the budget allows: a higher one of its own.</summary>
    Own,
}
