// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>What a calibrated bar stands on.</summary>
public enum BarBasis
{
    /// <summary>Too little traffic to tell: the bar of honest weights, or the highest score seen where that is higher.</summary>
    Assumed,

    /// <summary>Benign traffic itself: with 95 % confidence scores exceed it no more often than the budget allows.</summary>
    Observed,

    /// <summary>A generalised Pareto tail fitted to benign traffic: the upper limit of the score exceeded at the budget, 95 %.</summary>
    Tail,

    /// <summary>Traffic would allow less, but a few days may not lower a bar by more than a factor of ten in odds.</summary>
    Limited,
}
