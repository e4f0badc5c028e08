// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Statistics;

/// <summary>A count that forgets: every unit loses half its value each half-life. Sixteen bytes; zero bytes are an empty count.</summary>
/// <remarks>
/// Exponential forgetting instead of a clock window: there is no edge at which a burst splits in two or a count falls to zero.
/// Time that runs backwards a little (merged logs) is treated as no time passed; backwards by more than a half-life, as a clock that
/// was put right: forgetting goes on from there, because a count that waits for a wrong time to come would only ever grow.
/// Not thread-safe: it lives in a locked profile.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public struct DecayingCount
{
    private const double Ln2 = 0.69314718055994530942; // Math.Exp is twice as fast as double.Exp2

    private long _ticks;
    private double _value;

    /// <summary>Adds to the count and gives its new value.</summary>
    /// <param name="ticks">Now, in ticks of UTC.</param>
    /// <param name="halfLife">After how long a unit counts half.</param>
    /// <param name="amount">What to add; negative takes back, never below zero. NaN and infinities are ignored.</param>
    public double Add(long ticks, TimeSpan halfLife, double amount = 1)
    {
        double value = At(ticks, halfLife);
        amount *= Weight(_ticks - ticks, halfLife); // what comes late has already lost part of its weight
        _value = double.IsFinite(amount) ? Math.Clamp(value + amount, 0, double.MaxValue) : value;
        _ticks = ticks < _ticks - halfLife.Ticks ? ticks : Math.Max(_ticks, ticks);
        return _value;
    }

    /// <summary>The count's value at a time.</summary>
    /// <param name="ticks">Now, in ticks of UTC.</param>
    /// <param name="halfLife">After how long a unit counts half.</param>
    public readonly double At(long ticks, TimeSpan halfLife)
    {
        return _value == 0 ? 0 : _value * Weight(ticks - _ticks, halfLife);
    }

    private static double Weight(long elapsed, TimeSpan halfLife) =>
        elapsed <= 0 ? 1 : Math.Exp(-Ln2 * elapsed / halfLife.Ticks);
}
