// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Statistics.Distribution;

/// <summary>The scale on which different statistics can be compared: 0 is the median of benign windows, 1 their 99th percentile.</summary>
/// <param name="Median">The median.</param>
/// <param name="Spread">From the median to the 99th percentile.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NullScale(double Median, double Spread)
{
    private const double Smallest = 1e-12;

    /// <summary>Takes the scale from some values, and leaves them sorted.</summary>
    public static NullScale Of(double[] values)
    {
        Array.Sort(values);
        double median = values[values.Length / 2];
        return new NullScale(median, Math.Max(values[values.Length * 99 / 100] - median, Smallest));
    }

    /// <summary>Where a value stands.</summary>
    public double Place(double value) => (value - Median) / Spread;
}
