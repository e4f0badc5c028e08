// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Groups;

namespace DistillGuard.Detectors.CoordinatedTiming;

/// <summary>Whether an account always sends at the same point of the clock, as a scheduled job does: every full hour, nightly at 3:10, every five minutes.</summary>
/// <remarks>
/// Each time is a direction on a clock face of a quarter of an hour, and on one of five minutes; the length of the mean direction is 1 when all are the
/// same and about 1/√n when n are random (Mardia and Jupp, Directional Statistics, 2000). Most schedules repeat after a multiple of those.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct ClockPhase
{
    // Chance makes few times agree: four random ones do so to 0.8 with probability exp(-4 · 0.64), one in 13. That costs a dispatcher's group a
    // few accounts, while jobs that are heard too early would be taken for one.
    private const int FewestTimes = 4;
    private const long Quarter = 15 * TimeSpan.TicksPerMinute;
    private const long FiveMinutes = 5 * TimeSpan.TicksPerMinute;

    private double _quarterX;
    private double _quarterY;
    private double _fiveX;
    private double _fiveY;
    private int _count;

    /// <summary>How much the times agree on a point of the clock, from 0 to 1; 1 when there are too few to tell that they do not.</summary>
    public readonly double Agreement => _count < FewestTimes ? 1
        : Math.Sqrt(Math.Max((_quarterX * _quarterX) + (_quarterY * _quarterY), (_fiveX * _fiveX) + (_fiveY * _fiveY))) / _count;

    /// <summary>Marks the members whose times agree at least so much, or are too few to tell; other marks stay.</summary>
    public static void AddScheduled(in GroupView group, double from, Span<bool> marks)
    {
        var phases = new ClockPhase[group.Members.Length];
        foreach (ref readonly GroupExchange exchange in group.Exchanges)
        {
            phases[exchange.Member].Add(exchange.Ticks);
        }

        for (int i = 0; i < phases.Length; i++)
        {
            marks[i] |= phases[i].Agreement >= from;
        }
    }

    public void Add(long ticks)
    {
        (double sin, double cos) = Math.SinCos(2 * Math.PI * (ticks % Quarter) / Quarter);
        _quarterX += cos;
        _quarterY += sin;
        (sin, cos) = Math.SinCos(2 * Math.PI * (ticks % FiveMinutes) / FiveMinutes);
        _fiveX += cos;
        _fiveY += sin;
        _count++;
    }
}
