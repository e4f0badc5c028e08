// SPDX-License-Identifier: MIT

using DistillGuard.Apis;
using DistillGuard.Calibration;
using DistillGuard.Features;
using DistillGuard.Groups;
using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Signals;
using DistillGuard.Snapshots;
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
    private readonly LiveCalibration _calibration;
    private readonly SubjectHasher _hasher;
    private readonly SubjectMemory _memory;
    private readonly AccountBook _accounts;
    private readonly RequestReaderLimits _limits;
    private readonly LiveRules _rules;
    private readonly FeatureMeasurer _features;
    private readonly ScratchPool<RequestBuffer> _buffers = new();
    private readonly GroupPlane? _groups;
    private readonly StripedCount _evaluated = new();
    private long _notEvaluated;
    private readonly StripedCount _observed = new();
    private long _droppedSignals;
    private long _faults;

    internal DistillationGuard(
        DetectorArray detectors,
        LiveCalibration calibration,
        SubjectHasher hasher,
        SubjectMemory memory,
        AccountBook accounts,
        RequestReaderLimits limits,
        LiveRules rules,
        PieceReader? pieces,
        SketchReader? sketches,
        GroupPlane? groups)
    {
        _detectors = detectors;
        _calibration = calibration;
        _hasher = hasher;
        _memory = memory;
        _accounts = accounts;
        _limits = limits;
        _rules = rules;
        _features = new FeatureMeasurer(rules, pieces, sketches);
        _groups = groups;
    }

    /// <summary>
    /// The score from which an account is accused at the operator's budget, if none of its segments has a higher bar: <see cref="Verdict.Bar"/>
    /// says what an account was held against.
    /// </summary>
    public float Bar => _calibration.Current.Accounts.Bar;

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
        Evaluated = _evaluated.Value,
        NotEvaluated = Volatile.Read(ref _notEvaluated),
        Observed = _observed.Value,
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

    /// <summary>The calibration in use; <see langword="null"/> for none, and then <see cref="GuardCalibration.Default"/> holds.</summary>
    public GuardCalibration? Calibration => _calibration.Current.Calibration;

    /// <summary>
    /// Replaces the calibration whole: bars, bars of segments and common pieces. A request is held against the old one or the new one; for an
    /// account that met a segment's bar, a lower bar holds from the next UTC day on. Groups follow at the next look; who is accused stays accused.
    /// </summary>
    /// <param name="calibration">Made with the guard's secret; <see cref="GuardCalibration.Default"/> for none.</param>
    /// <exception cref="GuardConfigurationException">It does not fit, and the old one stays; the message lists every reason.</exception>
    public void UseCalibration(GuardCalibration calibration) => _calibration.Replace(calibration);

    internal CalibrationKey CalibrationKey => _calibration.Key;

    /// <summary>Whether the deployment's secret was set. Without it hashes mean nothing to another process, so there is nothing to save.</summary>
    public bool HasSecret => Snapshots is not null;

    internal GuardSnapshots? Snapshots { get; init; }

    internal SubjectMemory Memory => _memory;

    /// <summary>
    /// Saves what the guard remembers of subjects and groups, so that another process can go on from there. Requests are inspected meanwhile: each
    /// profile is saved whole, as it is when its turn comes, and the analysis plane as it is at one moment, after them.
    /// </summary>
    /// <param name="stream">Where to; it stays open. About 64 KiB are held in memory.</param>
    /// <param name="time">Now, for <see cref="SnapshotSummary.Saved"/>.</param>
    /// <exception cref="InvalidOperationException">No secret is set: see <see cref="HasSecret"/>.</exception>
    /// <exception cref="IOException">The stream cannot be written; what stands in it is no snapshot.</exception>
    public SnapshotSummary SaveSnapshot(Stream stream, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SecretSnapshots().Save(stream, time);
    }

    /// <summary>Goes on from a snapshot: all of it, or nothing. Call it before the first request.</summary>
    /// <param name="stream">What <see cref="SaveSnapshot"/> wrote, of a guard with the same secret, the same detectors and limits no higher; it stays open.</param>
    /// <exception cref="SnapshotException">It is damaged or does not fit, and the guard is empty; the message says why and what to do.</exception>
    /// <exception cref="IOException">The stream cannot be read, and the guard is empty.</exception>
    /// <exception cref="InvalidOperationException">No secret is set, or the guard has seen requests.</exception>
    public SnapshotSummary RestoreSnapshot(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SecretSnapshots().Restore(stream);
    }

    private GuardSnapshots SecretSnapshots() => Snapshots ?? throw new InvalidOperationException(
        $"The guard has a random secret, so its hashes mean nothing to any other; call {nameof(DistillationGuardBuilder)}.{nameof(DistillationGuardBuilder.UseSecret)} to save and restore snapshots.");

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
        try
        {
            SubjectKeys keys = HashAhead(in request);
            return Evaluate(in request, in keys);
        }
        catch (Exception)
        {
            return Fault();
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
            SubjectKeys keys = HashAhead(in request);
            ReadOutcome read = RequestReader.Read(request.Api, body, buffer, _limits);
            if (!read.IsRead)
            {
                return Skip(in request, read.Reason);
            }

            buffer.AddFromUrl(request.Model, request.Stream);
            return Evaluate(request with { Content = buffer.Content }, in keys);
        }
        catch (Exception)
        {
            return Fault();
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
    /// <returns>A verdict with that reason. It is a request of the account all the same: counted, so that "after how many" stays true, and it says how the account stands as a member of a group.</returns>
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
        long exchanges = _accounts.Count(held.Account, out GroupStanding group);
        held.Release();
        return NotEvaluated(reason, keys with { Exchange = exchanges }, exchanges, group);
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

        _observed.Increment();
    }

    // First of all the ids: the memory of the account comes while the text is read.
    private SubjectKeys HashAhead(in InferenceRequest request)
    {
        SubjectKeys keys = _hasher.Hash(request.Caller);
        _memory.Prefetch(in keys, PrefetchStep.Bucket);
        return keys;
    }

    private Verdict Fault()
    {
        Interlocked.Increment(ref _faults);
        return NotEvaluated(NotEvaluatedReason.GuardFault, default, 0);
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
                _accounts.Tell(finding);
            }
        }

        return true;
    }

    private Verdict Evaluate(in InferenceRequest request, in SubjectKeys keys)
    {
        if (request.Caller.Account.IsEmpty)
        {
            return NotEvaluated(NotEvaluatedReason.NoAccount, default, 0);
        }

        var features = default(PromptFeatures);
        _memory.Prefetch(in keys, PrefetchStep.Entry);
        FeatureMeasurer.Count(request.Content, ref features);
        _memory.Prefetch(in keys, PrefetchStep.State);
        _features.Measure(request.Content, ref features);
        var signals = default(SignalBuffer);
        long exchanges = 0;
        GroupStanding group = default;
        CalibrationUse calibration = _calibration.Current;
        BarPair bars = calibration.Accounts.Bars;
        var segment = new RequestSegment
        {
            Plan = _hasher.HashPlan(request.Caller.Plan),
            Declared = request.Caller.Declared,
            Api = request.Api,
            Script = features.Text.Script,
        };

        // Whoever needs no profile holds none: all requests of a cohort queue for its profile.
        _detectors.InspectStateless(new InspectionContext(in request, in features, default), ref signals);
        SubjectKeys counted = keys;
        HeldSubjects held = _memory.Hold(in keys);
        SignatureCursor signatures = _memory.Signatures(_hasher, SignatureCursor.RequestRoom);
        try
        {
            exchanges = _accounts.Count(held.Account, out group);
            bars = _accounts.BarsOf(held.Account, request.Time, in segment, calibration);
            counted = keys with { Exchange = exchanges };
            SubjectProfiles profiles = held.ProfilesWith(in counted, ref signatures);
            _detectors.InspectStateful(new InspectionContext(in request, in features, profiles), ref signals);
        }
        finally
        {
            signatures.Release();
            held.Release();
        }

        _groups?.Take(in request, in features, in counted);
        _evaluated.Increment();
        if (signals.Dropped > 0)
        {
            Interlocked.Add(ref _droppedSignals, signals.Dropped);
        }

        Fusion fusion = calibration.Accounts.Fuse(signals.Signals, bars);
        return new Verdict(in signals, fusion, bars.Elevated, in counted, exchanges, group) { Segment = segment };
    }

    private Verdict NotEvaluated(NotEvaluatedReason reason, in SubjectKeys keys, long exchanges, GroupStanding group = default)
    {
        Interlocked.Increment(ref _notEvaluated);
        return new Verdict(reason, Bar, in keys, exchanges, group);
    }
}
