// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Evaluating;

/// <summary>What is kept of one account over the log.</summary>
/// <param name="name">Its id as the log gives it.</param>
internal sealed class AccountSeries(string name)
{
    private readonly List<DayScores> _days = [];
    private readonly List<long> _ticks = [];

    /// <summary>Its id as the log gives it.</summary>
    public string Name { get; } = name;

    /// <summary>The days on which it sent something, as the log has them.</summary>
    public IReadOnlyList<DayScores> Days => _days;

    /// <summary>Times of its exchanges, in ticks of UTC.</summary>
    public IReadOnlyList<long> Ticks => _ticks;

    /// <summary>The day of an exchange, which is noted. One before the latest belongs to the latest, as in a calibration.</summary>
    public DayScores Note(DateTimeOffset time)
    {
        _ticks.Add(time.UtcTicks);
        long day = time.UtcTicks / TimeSpan.TicksPerDay;
        if (_days.Count == 0 || day > _days[^1].Day)
        {
            _days.Add(new DayScores(day));
        }

        _days[^1].Exchanges++;
        return _days[^1];
    }
}
