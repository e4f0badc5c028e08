// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Page;

/// <summary>Counts by minute of the last hour, in several columns. Not thread-safe: its owner locks.</summary>
internal sealed class MinuteCounts
{
    /// <summary>Minutes remembered.</summary>
    public const int Minutes = 60;

    private readonly long[] _minutes = new long[Minutes];
    private readonly long[] _counts;
    private readonly int _columns;

    public MinuteCounts(int columns)
    {
        _columns = columns;
        _counts = new long[Minutes * columns];
    }

    /// <summary>Adds to a column of a time's minute. A time of more than an hour before the latest is left out.</summary>
    public void Add(DateTimeOffset time, int column, long amount = 1)
    {
        long minute = MinuteOf(time);
        int slot = (int)(minute % Minutes);
        if (_minutes[slot] < minute)
        {
            _minutes[slot] = minute;
            Array.Clear(_counts, slot * _columns, _columns);
        }

        if (_minutes[slot] == minute)
        {
            _counts[(slot * _columns) + column] += amount;
        }
    }

    /// <summary>A column's counts, minute by minute up to a time's.</summary>
    public long[] Column(DateTimeOffset now, int column)
    {
        var values = new long[Minutes];
        long last = MinuteOf(now);
        for (int i = 0; i < Minutes; i++)
        {
            long minute = last - (Minutes - 1) + i;
            int slot = (int)(minute % Minutes);
            values[i] = _minutes[slot] == minute ? _counts[(slot * _columns) + column] : 0;
        }

        return values;
    }

    private static long MinuteOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMinute;
}
