// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Statistics;
using DistillGuard.Subjects;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>
/// Counts the different prompts of an account that the provider refused as extraction, and compares the account-day's peak with those of
/// its cohort: a refusal that has become common accuses nobody, and neither does one prompt that is sent again and again.
/// </summary>
internal sealed class UpstreamRefusalDetector : IDistillationDetector, IOutcomeObserver
{
    public const string DetectorName = "upstream-refusal";

    // A single refused prompt is a question, whoever asks it.
    private const double FewestPrompts = 1.5;

    private readonly UpstreamRefusalOptions _options;
    private readonly RefusalCategories _categories;
    private readonly StateSlot<UpstreamRefusalState> _account;
    private readonly StateSlot<RefusalCohortState> _cohort;

    public UpstreamRefusalDetector(UpstreamRefusalOptions options, SubjectLayout layout)
    {
        _options = options;
        _categories = new RefusalCategories(options.Categories);
        _account = layout.Reserve<UpstreamRefusalState>(SubjectKind.Account);
        _cohort = layout.Reserve<RefusalCohortState>(SubjectKind.Cohort);
    }

    public string Name => DetectorName;

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        SubjectProfiles subjects = context.Subjects;
        if (!subjects.Account.IsPresent || !subjects.Cohort.IsPresent)
        {
            return;
        }

        ref UpstreamRefusalState account = ref subjects.Account.State(_account);
        ref RefusalCohortState cohort = ref subjects.Cohort.State(_cohort);
        cohort.FirstTicks = cohort.FirstTicks == 0 ? context.Ticks : cohort.FirstTicks;
        account.Requests.Add(context.Ticks, _options.HalfLife);
        var hash = new SubjectTextHash(subjects.Account.Key);
        account.Pending.Add(subjects.Keys.Exchange, RefusedPrompt.Hash(context.Request.Content, in hash));
        StartDay(ref account, ref cohort, context.Ticks);
        Compare(in account, in cohort, context.Request.Caller.Declared, context.Ticks, ref signals);
    }

    // What was turned away never came to the model, which so refused nothing; retries of it are no requests either.
    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects)
    {
        if (!subjects.Account.IsPresent)
        {
            return;
        }

        ref UpstreamRefusalState account = ref subjects.Account.State(_account);
        long ticks = outcome.Time.UtcTicks;
        if (outcome.IsTurnedAway)
        {
            account.Requests.Add(ticks, _options.HalfLife, -1);
        }
        else if (_categories.Contain(outcome.Refusal)
            && account.CountRefusal(subjects.Keys.Exchange, ticks, _options.HalfLife)
            && subjects.Cohort.IsPresent)
        {
            RaisePeak(ref account, ref subjects.Cohort.State(_cohort), ticks);
        }
    }

    // Accounts without any refusal are entered too: they are what the others are compared with.
    private void StartDay(ref UpstreamRefusalState account, ref RefusalCohortState cohort, long ticks)
    {
        if (account.DayStart != 0 && Math.Abs(ticks - account.DayStart) < TimeSpan.TicksPerDay)
        {
            return;
        }

        account.DayStart = ticks;
        account.DayPeak = (byte)LogBuckets.Of(account.Refused.At(ticks, _options.HalfLife));
        cohort.Peaks.Enter(ticks, account.DayPeak, _options.CohortHalfLife);
    }

    private void RaisePeak(ref UpstreamRefusalState account, ref RefusalCohortState cohort, long ticks)
    {
        int bucket = LogBuckets.Of(account.Refused.At(ticks, _options.HalfLife));
        if (bucket > account.DayPeak)
        {
            cohort.Peaks.Move(account.DayStart, account.DayPeak, bucket, _options.CohortHalfLife);
            account.DayPeak = (byte)bucket;
        }
    }

    private void Compare(
        in UpstreamRefusalState account,
        in RefusalCohortState cohort,
        DeclaredUses declared,
        long ticks,
        ref SignalBuffer signals)
    {
        double refused = account.Refused.At(ticks, _options.HalfLife);
        if (refused < FewestPrompts)
        {
            return;
        }

        double days = cohort.Peaks.CountAt(ticks, _options.CohortHalfLife);
        if (days < _options.MinimumCohort || ticks - cohort.FirstTicks < TimeSpan.TicksPerDay)
        {
            return;
        }

        double tail = Math.Max(1 / days, cohort.Peaks.TailFrom(LogBuckets.Of(refused)));
        if (tail <= _options.UsualShare)
        {
            double requests = Math.Max(refused, account.Requests.At(ticks, _options.HalfLife));
            double usual = cohort.Peaks.Usual(_options.UsualShare);
            signals.Add(new Signal(UpstreamRefusalSignals.Refused, Weigh(refused, requests, tail, declared), (float)refused, (float)usual));
        }
    }

    private float Weigh(double refused, double requests, double tail, DeclaredUses declared)
    {
        bool isItsWork = (declared & (DeclaredUses.Research | DeclaredUses.Evaluation)) != DeclaredUses.None;
        double most = Math.Min(Evidence.FromTail(tail), isItsWork ? _options.DeclaredWeight : _options.Weight);
        double confirmed = Math.Min(1, refused / _options.ConfirmedAfter);
        double share = Math.Min(1, refused / requests / _options.FullShare);
        return (float)(most * confirmed * share);
    }
}
