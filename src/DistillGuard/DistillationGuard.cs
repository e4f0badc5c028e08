// SPDX-License-Identifier: MIT

using DistillGuard.Apis;
using DistillGuard.Calibration;
using DistillGuard.Features;
using DistillGuard.Groups;
using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Text;
using DistillGuard.Verdicts;

namespace DistillGuard;

/// <summary>
/// The engine: looks at requests, remembers subjects, and says how each account stands. Made by <see cref="DistillationGuardBuilder"/>.
/// </summary>
/// <remarks>
/// Thread-safe. Nothing on the way of a request blocks on I/O, allocates or throws; a fault of a detector or of the guard is counted
/// and the request goes on.
/// </remarks>
public sealed class DistillationGuard
{
    private readonly DetectorArray _detectors;
    private readonly FusionPolicy _policy;
    private readonly SubjectHasher _hasher;
    private readonly SubjectMemory _memory;
    private readonly StateSlot<AccountLedger> _ledger;
    private readonly RequestReaderLimits _limits;
    private readonly LiveRules _rules;
    private readonly FeatureMeasurer _features;
    private readonly ScratchPool<RequestBuffer> _buffers = new();
    private readonly GroupPlane? _groups;
    private long _evaluated;
    private long _notEvaluated;
    private long _observed;
    private long _droppedSignals;
    private long _faults;

    internal DistillationGuard(
        DetectorArray detectors,
        FusionPolicy policy,
        SubjectHasher hasher,
        SubjectMemory memory,
        StateSlot<AccountLedger> ledger,
        RequestReaderLimits limits,
        LiveRules rules,
        PieceReader? pieces,
        SketchReader? sketches,
        GroupPlane? groups)
    {
        _detectors = detectors;
        _policy = policy;
        _hasher = hasher;
        _memory = memory;
        _ledger = ledger;
        _limits = limits;
        _rules = rules;
        _features = new FeatureMeasurer(rules, pieces, sketches);
        _groups = groups;
    }

    /// <summary>
    /// The score from which an account is accused at the operator's budget, if none of its segments has a higher bar: <see cref="Verdict.Bar"/>
    /// says what an account was held against.
    /// </summary>
    public float Bar => _policy.Bar;

    /// <summary>The score from which a group is accused at the operator's budget; infinite when the guard looks at no groups.</summary>
    public float GroupBar => _groups?.Bar ?? float.PositiveInfinity;

    /// <summary>The rules in use. Setting it swaps them whole: a request reads them once, and sees the old set or the new one.</summary>
    public RuleSet Rules
    {
        get => _rules.Current;
        set => _rules.Replace(value);
    }

    /// <summary>Bytes of memory about subjects, whatever the traffic: those taken when the guard was built, and the most that the analysis plane's tables grow to.</summary>
    public long SubjectBytes => _memory.Bytes + (_groups?.Bytes ?? 0);

    /// <summary>The detectors, in the order they run: to list them, and for tests that hold their conventions.</summary>
    public IReadOnlyList<IDistillationDetector> Detectors => _detectors.Detectors;

    /// <summary>How often each detector threw and was skipped, in the order they run.</summary>
    public IReadOnlyList<DetectorFaults> Faults => _detectors.Faults;

    /// <summary>The analyzers of groups, in the order they run: to list them, and for tests that hold their conventions.</summary>
    public IReadOnlyList<IGroupAnalyzer> Analyzers => _groups?.Analyzers.Analyzers ?? [];

    /// <summary>How often each analyzer of groups threw and was skipped, in the order they run.</summary>
    public IReadOnlyList<DetectorFaults> AnalyzerFaults => _groups?.Analyzers.Faults ?? [];

    /// <summary>What the guard has done so far.</summary>
    public GuardCounters Counters => new()
    {
        Evaluated = Volatile.Read(ref _evaluated),
        NotEvaluated = Volatile.Read(ref _notEvaluated),
        Observed = Volatile.Read(ref _observed),
        DroppedSignals = Volatile.Read(ref _droppedSignals),
        Faults = _detectors.FaultCount + (_groups?.Analyzers.FaultCount ?? 0) + Volatile.Read(ref _faults),
        WaitingRecords = _groups?.Waiting ?? 0,
        Accounts = _memory.Accounts,
        Evictions = _memory.Evictions,
        GroupEvictions = _groups?.Evictions ?? 0,
        GroupDrops = _groups?.Dropped ?? 0,
    };

    /// <summary>The groups that the analysis plane knows, as they were at its last look; empty when no analyzer was added.</summary>
    public IReadOnlyList<GroupFinding> Groups => _groups?.Findings ?? [];

    /// <summary>
    /// Lets the analysis plane take in what was inspected, and look for groups when it is time to. Call it every second or so, from one thread or
    /// several: only one works, the others return at once. No request waits for it.
    /// </summary>
    /// <param name="time">The time of the traffic: now in a gateway, the log's own time in a replay.</param>
    /// <returns>Whether it looked, so that <see cref="Groups"/> may have changed.</returns>
    public bool Analyze(DateTimeOffset time) => Analyze(time, isDue: false);

    /// <summary>Looks for groups at once, whatever the interval: at the end of a replay, and before a snapshot.</summary>
    /// <param name="time">The time of the traffic.</param>
    /// <returns>Whether it looked; not when another thread is looking, or no analyzer was added.</returns>
    public bool AnalyzeNow(DateTimeOffset time) => Analyze(time, isDue: true);

    /// <summary>The calibration it was built with; <see langword="null"/> for none, and then <see cref="GuardCalibration.Default"/> holds.</summary>
    public GuardCalibration? Calibration { get; internal init; }

    /// <summary>The bars of segments that have their own.</summary>
    internal SegmentBars SegmentBars { get; init; } = SegmentBars.None;

    internal CalibrationKey CalibrationKey { get; init; }

    /// <summary>The template pieces that several organizations have sent: of benign traffic, those that say nothing of anybody.</summary>
    /// <param name="fewestOrganizations">How many at least. 2 to 255; default 2.</param>
    public CommonPieces SharedPieces(int fewestOrganizations = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fewestOrganizations, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fewestOrganizations, GroupMemory.MostSenders);
        return _groups?.Shared(fewestOrganizations) ?? CommonPieces.None;
    }

    /// <summary>Sets the pieces that link nobody from now on, although they are remembered and counted: for calibrating.</summary>
    internal void PassOver(CommonPieces pieces) => _groups?.PassOver(pieces);

    /// <summary>Takes note that the operator acted on an account.</summary>
    public void Record(in EnforcementNotice notice) => _groups?.Record(in notice, _hasher.HashAccount(notice.Account));

    /// <summary>Takes note that a model became available.</summary>
    /// <param name="time">When.</param>
    /// <param name="model">Its name, UTF-8, as requests give it.</param>
    public void RecordRelease(DateTimeOffset time, ReadOnlySpan<byte> model) => _groups?.RecordRelease(time.UtcTicks, model);

    /// <summary>Looks at a request before it is passed on.</summary>
    /// <param name="request">The request, borrowed for the call.</param>
    /// <returns>How the account stands now. It never throws: what goes wrong inside gives a verdict that says so.</returns>
    public Verdict Inspect(in InferenceRequest request)
    {
        if (request.Caller.Account.IsEmpty)
        {
            return NotEvaluated(NotEvaluatedReason.NoAccount, default, 0);
        }

        try
        {
            return Evaluate(in request);
        }
        catch (Exception)
        {
            Interlocked.Increment(ref _faults);
            return NotEvaluated(NotEvaluatedReason.GuardFault, default, 0);
        }
    }

    /// <summary>Reads a request's body, then looks at the request.</summary>
    /// <param name="request">The request without its content: when, from whom, over which API.</param>
    /// <param name="body">The body as the client sent it, decompressed; borrowed for the call.</param>
    /// <returns>How the account stands now, or why the body was not evaluated. It never throws.</returns>
    public Verdict Inspect(in InferenceRequest request, ReadOnlySpan<byte> body)
    {
        RequestBuffer buffer = _buffers.Rent();
        try
        {
            ReadOutcome read = RequestReader.Read(request.Api, body, buffer, _limits);
            if (!read.IsRead)
            {
                return Skip(in request, read.Reason);
            }

            buffer.AddFromUrl(request.Model, request.Stream);
            return Inspect(request with { Content = buffer.Content });
        }
        finally
        {
            buffer.Clear();
            _buffers.Return(buffer);
        }
    }

    /// <summary>Takes note of a request that the host could not give whole: too large, in an encoding it does not know, to an API it does not know.</summary>
    /// <param name="request">The request without its content: when and from whom.</param>
    /// <param name="reason">Why; not <see cref="NotEvaluatedReason.None"/>.</param>
    /// <returns>A verdict with that reason. It is a request of the account all the same: counted, so that "after how many" stays true.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no reason.</exception>
    public Verdict Skip(in InferenceRequest request, NotEvaluatedReason reason)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)reason, (int)NotEvaluatedReason.None, nameof(reason));
        if (request.Caller.Account.IsEmpty)
        {
            return NotEvaluated(NotEvaluatedReason.NoAccount, default, 0);
        }

        SubjectKeys keys = _hasher.Hash(request.Caller);
        HeldSubjects held = _memory.Hold(new SubjectKeys { Account = keys.Account });
        long exchanges = CountExchange(held.Account, out _);
        held.Release();
        return NotEvaluated(reason, keys with { Exchange = exchanges }, exchanges);
    }

    /// <summary>Takes note of what came back for a request.</summary>
    /// <param name="outcome">
    /// What came back, borrowed for the call. Its subjects come from the request's verdict; those forgotten meanwhile stay forgotten.
    /// </param>
    public void Observe(in InferenceOutcome outcome)
    {
        if (!outcome.Subjects.Account.IsPresent)
        {
            return;
        }

        SubjectKeys keys = outcome.Subjects;
        HeldSubjects held = _memory.HoldKnown(in keys);
        SignatureCursor signatures = _memory.Signatures(_hasher, SignatureCursor.ResponseRoom);
        try
        {
            _detectors.Observe(in outcome, held.ProfilesWith(in keys, ref signatures));
        }
        finally
        {
            signatures.Release();
            held.Release();
        }

        Interlocked.Increment(ref _observed);
    }

    private bool Analyze(DateTimeOffset time, bool isDue)
    {
        if (_groups is null || !_groups.Analyze(time.UtcTicks, isDue))
        {
            return false;
        }

        foreach (GroupFinding finding in _groups.Findings)
        {
            if (finding.Level != VerdictLevel.None)
            {
                SendStanding(finding);
            }
        }

        return true;
    }

    // From now on every request of a member knows how its account stands. Who is forgotten meanwhile is told at the next look.
    private void SendStanding(GroupFinding finding)
    {
        var standing = new GroupStanding(finding.Number, finding.Level, finding.Score);
        foreach (GroupAccount member in finding.Accounts)
        {
            HeldSubjects held = _memory.HoldKnown(new SubjectKeys { Account = member.Account });
            SubjectProfile account = held.Account;
            if (account.IsPresent)
            {
                ref AccountLedger ledger = ref account.State(_ledger);
                if (ledger.Group.Group == 0 || ledger.Group.Group == finding.Number || ledger.Group.Score < finding.Score)
                {
                    ledger.Group = standing;
                }
            }

            held.Release();
        }
    }

    private Verdict Evaluate(in InferenceRequest request)
    {
        var features = default(PromptFeatures);
        _features.Measure(request.Content, ref features);
        SubjectKeys keys = _hasher.Hash(request.Caller);
        var signals = default(SignalBuffer);
        long exchanges = 0;
        GroupStanding group = default;
        BarPair bars = _policy.Bars;
        var segment = new RequestSegment
        {
            Plan = _hasher.HashPlan(request.Caller.Plan),
            Declared = request.Caller.Declared,
            Api = request.Api,
            Script = features.Text.Script,
        };

        // Whoever needs no profile holds none: all requests of a cohort queue for its profile.
        _detectors.InspectStateless(new InspectionContext(in request, in features, default), ref signals);
        HeldSubjects held = _memory.Hold(in keys);
        SignatureCursor signatures = _memory.Signatures(_hasher, SignatureCursor.RequestRoom);
        try
        {
            exchanges = CountExchange(held.Account, out group);
            bars = BarsOf(held.Account, request.Time, in segment);
            keys = keys with { Exchange = exchanges };
            SubjectProfiles profiles = held.ProfilesWith(in keys, ref signatures);
            _detectors.InspectStateful(new InspectionContext(in request, in features, profiles), ref signals);
        }
        finally
        {
            signatures.Release();
            held.Release();
        }

        _groups?.Take(in request, in features, in keys);
        Interlocked.Increment(ref _evaluated);
        if (signals.Dropped > 0)
        {
            Interlocked.Add(ref _droppedSignals, signals.Dropped);
        }

        Fusion fusion = _policy.Fuse(signals.Signals, bars);
        return new Verdict(in signals, fusion, bars.Elevated, in keys, exchanges, group) { Segment = segment };
    }

    private long CountExchange(SubjectProfile account, out GroupStanding group)
    {
        group = default;
        if (!account.IsPresent)
        {
            return 0;
        }

        ref AccountLedger ledger = ref account.State(_ledger);
        group = ledger.Group;
        return ++ledger.Exchanges;
    }

    // The highest of the day's requests so far, for a day is what was calibrated: whoever is in a segment in the morning is in it at night.
    private BarPair BarsOf(SubjectProfile account, DateTimeOffset time, in RequestSegment segment)
    {
        if (SegmentBars.IsEmpty || !account.IsPresent)
        {
            return SegmentBars.Raise(_policy.Bars, in segment);
        }

        ref AccountLedger ledger = ref account.State(_ledger);
        int day = (int)(time.UtcTicks / TimeSpan.TicksPerDay) + 1;
        if (day > ledger.BarDay)
        {
            ledger.BarDay = day;
            ledger.Bars = _policy.Bars;
        }

        ledger.Bars = SegmentBars.Raise(ledger.Bars, in segment);
        return ledger.Bars;
    }

    private Verdict NotEvaluated(NotEvaluatedReason reason, in SubjectKeys keys, long exchanges)
    {
        Interlocked.Increment(ref _notEvaluated);
        return new Verdict(reason, _policy.Bar, in keys, exchanges);
    }
}
