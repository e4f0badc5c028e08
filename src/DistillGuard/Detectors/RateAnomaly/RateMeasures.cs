// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>One number for every <see cref="RateMeasure"/>, indexed by it.</summary>
[InlineArray(Count)]
internal struct RateMeasures
{
    /// <summary>Number of measures.</summary>
    public const int Count = (int)RateMeasure.Stretch + 1;

    private double _first;
}
