// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Statistics;
using DistillGuard.Subjects;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>
/// Compares how much an account sends with its own past, and all of that with its cohort: the tail probability of the account-day's
/// peak among the peaks of peers becomes the weight.
/// </summary>
internal sealed class RateAnomalyDetector : IDistillationDetector, IOutcomeObserver
{
    public const string DetectorName = "rate-anomaly";

    private const double Ln2 = 0.69314718055994530942;

    // Added to both sides of the ramp. One request after a quiet day is sixty times the past rate and means nothing; without this
    // the light users of a cohort reach the largest ramp there is every day, and nobody's ramp could be rare.
    private const double RampFloor = 10;

    private readonly RateAnomalyOptions _options;
    private readonly StateSlot<RateAnomalyState> _account;
    private readonly StateSlot<RateCohortState> _cohort;

    public RateAnomalyDetector(RateAnomalyOptions options, SubjectLayout layout)
    {
        _options = options;
        _account = layout.Reserve<RateAnomalyState>(SubjectKind.Account);
        _cohort = layout.Reserve<RateCohortState>(SubjectKind.Cohort);
    }

    public string Name => DetectorName;

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        SubjectProfiles subjects = context.Subjects;
        if (!subjects.Account.IsPresent || !subjects.Cohort.IsPresent)
        {
            return;
        }

        ref RateAnomalyState account = ref subjects.Account.State(_account);
        ref RateCohortState cohort = ref subjects.Cohort.State(_cohort);
        RateMeasures measures = Measure(ref account, context.Ticks);
        cohort.FirstTicks = cohort.FirstTicks == 0 ? context.Ticks : cohort.FirstTicks;
        RateAnomalyState.Peaks buckets = BucketsOf(in measures);
        RecordPeaks(ref account, ref cohort, in buckets, context.Ticks);
        Compare(ref cohort, in measures, in buckets, context.Ticks, ref signals);
    }

    // A request that was turned away got no answer to learn from: it is taken back, so that retries never raise the score.
    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects)
    {
        if (!subjects.Account.IsPresent)
        {
            return;
        }

        ref RateAnomalyState account = ref subjects.Account.State(_account);
        long ticks = outcome.Time.UtcTicks;
        if (outcome.IsTurnedAway)
        {
            account.LastTicks = account.PreviousTicks;
            account.RecentRequests.Add(ticks, _options.RecentHalfLife, -1);
            account.PastRequests.Add(ticks, _options.PastHalfLife, -1);
            return;
        }

        account.RecentTokens.Add(ticks, _options.RecentHalfLife, Math.Max(0, (double)outcome.InputTokens + outcome.OutputTokens));
    }

    private RateMeasures Measure(ref RateAnomalyState account, long ticks)
    {
        if (account.FirstTicks == 0)
        {
            account.FirstTicks = ticks;
            account.StretchStart = ticks;
        }
        else if (ticks - account.LastTicks >= _options.Rest.Ticks)
        {
            account.StretchStart = ticks;
        }

        account.PreviousTicks = account.LastTicks;
        account.LastTicks = Math.Max(account.LastTicks, ticks);
        double recent = account.RecentRequests.Add(ticks, _options.RecentHalfLife);
        double past = account.PastRequests.Add(ticks, _options.PastHalfLife);
        long age = ticks - account.FirstTicks;

        var measures = default(RateMeasures);
        measures[(int)RateMeasure.Requests] = recent;
        measures[(int)RateMeasure.Tokens] = account.RecentTokens.At(ticks, _options.RecentHalfLife);
        double expected = past * Span(age, _options.RecentHalfLife) / Span(age, _options.PastHalfLife);
        measures[(int)RateMeasure.Ramp] = 100 * (recent + RampFloor) / (expected + RampFloor);
        // Up to the request before: this one has not been answered, and a retry that is turned away again is no use.
        measures[(int)RateMeasure.Stretch] =
            (double)Math.Max(0, account.PreviousTicks - account.StretchStart) / TimeSpan.TicksPerHour;
        return measures;
    }

    // How much time a decaying count has effectively seen, in half-lives over ln 2: a young account has seen only its age, so that
    // its first requests are no ramp.
    private static double Span(long age, TimeSpan halfLife) =>
        halfLife.Ticks * (1 - Math.Exp(-Ln2 * Math.Max(age, TimeSpan.TicksPerMinute) / halfLife.Ticks));

    private static RateAnomalyState.Peaks BucketsOf(in RateMeasures measures)
    {
        var buckets = default(RateAnomalyState.Peaks);
        for (int i = 0; i < RateMeasures.Count; i++)
        {
            buckets[i] = (byte)LogBuckets.Of(measures[i]);
        }

        return buckets;
    }

    private void RecordPeaks(ref RateAnomalyState account, ref RateCohortState cohort, in RateAnomalyState.Peaks buckets, long ticks)
    {
        bool isNewDay = account.DayStart == 0 || ticks - account.DayStart >= TimeSpan.TicksPerDay;
        if (isNewDay)
        {
            account.DayStart = ticks;
        }

        for (int i = 0; i < RateMeasures.Count; i++)
        {
            byte bucket = buckets[i];
            ref PeakHistogram peaks = ref cohort.Peaks[i];
            if (isNewDay)
            {
                peaks.Enter(account.DayStart, bucket, _options.CohortHalfLife);
                account.DayPeaks[i] = bucket;
            }
            else if (bucket > account.DayPeaks[i])
            {
                peaks.Move(account.DayStart, account.DayPeaks[i], bucket, _options.CohortHalfLife);
                account.DayPeaks[i] = bucket;
            }
        }
    }

    // Requests and tokens tell one fact twice, so only the rarer of the two speaks, and pays for the choice.
    private void Compare(
        ref RateCohortState cohort,
        in RateMeasures measures,
        in RateAnomalyState.Peaks buckets,
        long ticks,
        ref SignalBuffer signals)
    {
        double days = cohort.Peaks[0].CountAt(ticks, _options.CohortHalfLife);
        if (days < _options.MinimumCohort || ticks - cohort.FirstTicks < TimeSpan.TicksPerDay)
        {
            return;
        }

        double requests = Tail(ref cohort, in buckets, RateMeasure.Requests, days);
        double tokens = Tail(ref cohort, in buckets, RateMeasure.Tokens, days);
        RateMeasure level = requests <= tokens ? RateMeasure.Requests : RateMeasure.Tokens;
        Report(ref cohort, in measures, level, Math.Min(1, 2 * Math.Min(requests, tokens)), ref signals);
        Report(ref cohort, in measures, RateMeasure.Ramp, Tail(ref cohort, in buckets, RateMeasure.Ramp, days), ref signals);
        Report(ref cohort, in measures, RateMeasure.Stretch, Tail(ref cohort, in buckets, RateMeasure.Stretch, days), ref signals);
    }

    // Nothing rarer than one in the account-days remembered can be told.
    private static double Tail(ref RateCohortState cohort, in RateAnomalyState.Peaks buckets, RateMeasure measure, double days) =>
        Math.Max(1 / days, cohort.Peaks[(int)measure].TailFrom(buckets[(int)measure]));

    private void Report(
        ref RateCohortState cohort,
        in RateMeasures measures,
        RateMeasure measure,
        double tail,
        ref SignalBuffer signals)
    {
        if (tail > _options.UsualShare)
        {
            return;
        }

        double usual = cohort.Peaks[(int)measure].Usual(_options.UsualShare);
        signals.Add(new Signal(
            RateSignals.Of(measure),
            (float)Evidence.FromTail(tail),
            (float)measures[(int)measure],
            (float)usual));
    }
}
