// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Pages;

/// <summary>A span of time as an axis, with marks at round times of UTC.</summary>
internal sealed class TimeAxis
{
    private const int MostTicks = 9;
    private const int MinutesOfDay = 24 * 60;

    private static readonly int[] StepMinutes = [1, 5, 15, 30, 60, 120, 180, 360, 720, MinutesOfDay, 2 * MinutesOfDay, 7 * MinutesOfDay];

    private readonly long _from;
    private readonly long _ticks;

    public TimeAxis(DateTimeOffset from, DateTimeOffset to)
    {
        From = from;
        To = to;
        _from = from.UtcTicks;
        _ticks = Math.Max(1, to.UtcTicks - from.UtcTicks);
        Ticks = Mark();
    }

    /// <summary>Where it begins.</summary>
    public DateTimeOffset From { get; }

    /// <summary>Where it ends.</summary>
    public DateTimeOffset To { get; }

    /// <summary>The marks, at most nine.</summary>
    public IReadOnlyList<AxisTick> Ticks { get; }

    /// <summary>Where a time stands, from 0 to 1; times outside stand at the ends.</summary>
    public double At(DateTimeOffset time) => Math.Clamp((double)(time.UtcTicks - _from) / _ticks, 0, 1);

    private List<AxisTick> Mark()
    {
        long step = StepOf(_ticks);
        var ticks = new List<AxisTick>();
        for (long at = (_from + step - 1) / step * step; at <= _from + _ticks && ticks.Count < MostTicks; at += step)
        {
            ticks.Add(new AxisTick((double)(at - _from) / _ticks, Label(new DateTime(at, DateTimeKind.Utc))));
        }

        return ticks;
    }

    private static long StepOf(long span)
    {
        foreach (int minutes in StepMinutes)
        {
            if (span / (minutes * TimeSpan.TicksPerMinute) < MostTicks)
            {
                return minutes * TimeSpan.TicksPerMinute;
            }
        }

        long days = (span / TimeSpan.TicksPerDay / (MostTicks - 1)) + 1;
        return days * TimeSpan.TicksPerDay;
    }

    // A day's beginning is named for its date, the rest for its hour.
    private static string Label(DateTime time) => time.TimeOfDay == TimeSpan.Zero
        ? time.ToString("d MMM", CultureInfo.InvariantCulture)
        : time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
