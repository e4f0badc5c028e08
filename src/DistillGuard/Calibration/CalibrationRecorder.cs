// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>Makes a calibration from what a guard says of benign traffic. Not thread-safe.</summary>
/// <remarks>
/// It learns from everything it is told: that the traffic is benign is the caller's word. Groups are watched from the second day on, and
/// each day is judged with the pieces that the days before showed to be common: on the day itself a piece would make itself common, and
/// no benign group would ever be seen. Memory grows with accounts: about 180 bytes each, 110 without segments.
/// </remarks>
/// <example>
/// <code>
/// var recorder = new CalibrationRecorder(guard);
/// // for every benign request, in time order:
/// Verdict verdict = guard.Inspect(in request, body);
/// recorder.Note(request.Time, in verdict);
/// if (guard.Analyze(request.Time))
/// {
///     recorder.NoteGroups();
/// }
///
/// // at the end:
/// recorder.ToCalibration("calibration.json").Write(stream);
/// </code>
/// </example>
public sealed class CalibrationRecorder
{
    /// <summary>A piece is common when more than one account in this many shares it.</summary>
    private const int AccountsPerSender = 2_000;

    /// <summary>Accounts whose first day is kept: far more than a share of a tenth needs.</summary>
    private const int MostFirstDays = 1_000_000;

    private readonly DistillationGuard _guard;
    private readonly DailyMaxima<SubjectKey> _accounts = new();
    private readonly DailyMaxima<int> _groups = new();
    private readonly FirstDays _firstDays = new(MostFirstDays);
    private readonly SegmentRecorder _segments;
    private CommonPieces _common = CommonPieces.None;
    private long _exchanges;
    private long _firstTicks = long.MaxValue;
    private long _lastTicks = long.MinValue;
    private long _firstDay;
    private long _day = long.MinValue;
    private long _watchedDays;
    private long _lookTicks = long.MinValue;

    /// <summary>Makes a recorder that keeps segments of every dimension.</summary>
    /// <param name="guard">The guard that looks at the traffic: new, with the secret of the deployment and without a calibration.</param>
    public CalibrationRecorder(DistillationGuard guard)
        : this(guard, SegmentDimensions.All)
    {
    }

    /// <summary>Makes a recorder.</summary>
    /// <param name="guard">The guard that looks at the traffic: new, with the secret of the deployment and without a calibration.</param>
    /// <param name="segments">By what customers are told apart, so that those whose benign traffic needs a higher bar can have one.</param>
    public CalibrationRecorder(DistillationGuard guard, SegmentDimensions segments)
    {
        ArgumentNullException.ThrowIfNull(guard);
        _guard = guard;
        _segments = new SegmentRecorder(segments);
    }

    /// <summary>Takes note of what the guard says of a request. One that was not evaluated teaches nothing.</summary>
    /// <param name="time">The request's time.</param>
    /// <param name="verdict">The verdict.</param>
    public void Note(DateTimeOffset time, in Verdict verdict)
    {
        if (!verdict.IsEvaluated)
        {
            return;
        }

        long ticks = time.UtcTicks;
        long day = ticks / TimeSpan.TicksPerDay;
        Begin(day);
        _exchanges++;
        _firstTicks = Math.Min(_firstTicks, ticks);
        _lastTicks = Math.Max(_lastTicks, ticks);
        _accounts.Note(verdict.Subjects.Account, day, verdict.AccusableScore);
        _firstDays.Note(verdict.Subjects.Account, day, verdict.Score);
        _segments.Note(verdict.Subjects.Account, day, verdict.Segment, verdict.AccusableScore);
    }

    /// <summary>Takes note of the guard's groups: call it when <see cref="DistillationGuard.Analyze(DateTimeOffset)"/> looked.</summary>
    public void NoteGroups()
    {
        long before = _lookTicks;
        foreach (GroupFinding group in _guard.Groups)
        {
            long ticks = group.LatestTime.UtcTicks;
            if (ticks <= before)
            {
                continue; // it was not there at this look
            }

            _lookTicks = Math.Max(_lookTicks, ticks);
            long day = Math.Min(ticks, _lastTicks) / TimeSpan.TicksPerDay; // a look after a day's last exchange judges that day
            if (_watchedDays > 0 && day > _firstDay)
            {
                _groups.Note(group.Number, day, group.LatestAccusableScore);
            }
        }
    }

    /// <summary>The calibration, from what was noted so far.</summary>
    /// <param name="name">What to call it: as a rule the name of the file it will be written to.</param>
    /// <exception cref="InvalidOperationException">No request was evaluated.</exception>
    public GuardCalibration ToCalibration(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (_exchanges == 0)
        {
            throw new InvalidOperationException("No request was evaluated, so nothing is known of benign traffic; note some first.");
        }

        Learn();
        return new GuardCalibration(_guard.CalibrationKey)
        {
            Name = name,
            MadeFrom = new CalibrationTraffic(
                _exchanges,
                _accounts.Subjects,
                _accounts.Days,
                _watchedDays,
                _groups.Days,
                new DateTimeOffset(_firstTicks, TimeSpan.Zero),
                new DateTimeOffset(_lastTicks, TimeSpan.Zero)),
            Rules = _guard.Rules.Version,
            CommonFrom = CommonFrom,
            CommonPieces = _common,
            AccountMaxima = _accounts.Highest(),
            GroupMaxima = _groups.Highest(),
            Segments = _segments.ToSegments(),
            UsualScores = UsualScores.Of(_firstDays),
        };
    }

    // Two senders are the least that can share; among many accounts a few share by chance.
    private int CommonFrom => Math.Clamp(1 + (_accounts.Subjects / AccountsPerSender), 2, GroupMemory.MostSenders);

    // Kept from day to day: a guard forgets what is old, and a log may be longer than its window.
    private void Learn() => _common = _common.With(_guard.SharedPieces(CommonFrom));

    private void Begin(long day)
    {
        if (day <= _day)
        {
            return;
        }

        if (_exchanges == 0)
        {
            _firstDay = day;
        }
        else
        {
            _watchedDays++;
            Learn();
            _guard.PassOver(_common);
        }

        _day = day;
    }
}
