// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard.Cli.Findings;

/// <summary>Every account's exchanges over time, for pictures.</summary>
/// <remarks>
/// All accounts have the same bins. They begin 225 seconds wide, and double when the log spans more than <see cref="MaximumBins"/>:
/// what is kept of an account does not grow with the log. Doubled, 225 seconds become an hour and then a day's parts, and bins are
/// counted from year 1, so that they begin where people expect it.
/// </remarks>
internal sealed class ActivityTally
{
    /// <summary>Bins of the whole log at most: a week by the hour has 168.</summary>
    public const int MaximumBins = 192;

    private readonly Dictionary<SubjectKey, ActivityRow> _rows = [];
    private long _ticks = TimeSpan.FromSeconds(225).Ticks;
    private long _last = -1;

    /// <summary>How long a bin is.</summary>
    public TimeSpan Width => TimeSpan.FromTicks(_ticks);

    /// <summary>The number of the first bin.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>Bins from the first to the last; 0 before the first exchange.</summary>
    public int Bins => _last < 0 ? 0 : (int)(_last - First + 1);

    /// <summary>When the first bin begins.</summary>
    public DateTimeOffset From => _last < 0 ? DateTimeOffset.MinValue : new DateTimeOffset(First * _ticks, TimeSpan.Zero);

    /// <summary>When the last bin ends.</summary>
    public DateTimeOffset To => _last < 0
        ? DateTimeOffset.MinValue
        : new DateTimeOffset(Math.Min((_last + 1) * _ticks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    /// <summary>Counts one exchange.</summary>
    public void Count(SubjectKey account, DateTimeOffset time)
    {
        First = Math.Min(First, time.UtcTicks / _ticks);
        _last = Math.Max(_last, time.UtcTicks / _ticks);
        while (_last - First >= MaximumBins)
        {
            Double();
        }

        if (!_rows.TryGetValue(account, out ActivityRow? row))
        {
            row = new ActivityRow();
            _rows.Add(account, row);
        }

        row.Count(time.UtcTicks / _ticks);
    }

    /// <summary>What is known of an account; <see langword="null"/> when it sent nothing.</summary>
    public ActivityRow? Of(SubjectKey account) => _rows.GetValueOrDefault(account);

    private void Double()
    {
        _ticks *= 2;
        First /= 2;
        _last /= 2;
        foreach (ActivityRow row in _rows.Values)
        {
            row.Double();
        }
    }
}
