// SPDX-License-Identifier: MIT

using DistillGuard.Apis;
using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Signals;
using DistillGuard.Subjects;
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
        LiveRules rules)
    {
        _detectors = detectors;
        _policy = policy;
        _hasher = hasher;
        _memory = memory;
        _ledger = ledger;
        _limits = limits;
        _rules = rules;
        _features = new FeatureMeasurer(rules);
    }

    /// <summary>The score from which an account is accused at the operator's budget.</summary>
    public float Bar => _policy.Bar;

    /// <summary>The rules in use. Setting it swaps them whole: a request reads them once, and sees the old set or the new one.</summary>
    public RuleSet Rules
    {
        get => _rules.Current;
        set => _rules.Replace(value);
    }

    /// <summary>Bytes of memory about subjects: taken when the guard was built, whatever the traffic.</summary>
    public long SubjectBytes => _memory.Bytes;

    /// <summary>The detectors, in the order they run: to list them, and for tests that hold their conventions.</summary>
    public IReadOnlyList<IDistillationDetector> Detectors => _detectors.Detectors;

    /// <summary>How often each detector threw and was skipped, in the order they run.</summary>
    public IReadOnlyList<DetectorFaults> Faults => _detectors.Faults;

    /// <summary>What the guard has done so far.</summary>
    public GuardCounters Counters => new()
    {
        Evaluated = Volatile.Read(ref _evaluated),
        NotEvaluated = Volatile.Read(ref _notEvaluated),
        Observed = Volatile.Read(ref _observed),
        DroppedSignals = Volatile.Read(ref _droppedSignals),
        Faults = _detectors.FaultCount + Volatile.Read(ref _faults),
        Accounts = _memory.Accounts,
        Evictions = _memory.Evictions,
    };

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

        HeldSubjects held = _memory.HoldKnown(outcome.Subjects);
        try
        {
            _detectors.Observe(in outcome, held.Profiles);
        }
        finally
        {
            held.Release();
        }

        Interlocked.Increment(ref _observed);
    }

    private Verdict Evaluate(in InferenceRequest request)
    {
        var features = default(PromptFeatures);
        _features.Measure(request.Content, ref features);
        SubjectKeys keys = _hasher.Hash(request.Caller);
        var signals = default(SignalBuffer);
        long exchanges = 0;

        // Whoever needs no profile holds none: all requests of a cohort queue for its profile.
        _detectors.InspectStateless(new InspectionContext(in request, in features, default), ref signals);
        HeldSubjects held = _memory.Hold(in keys);
        try
        {
            SubjectProfiles profiles = held.Profiles;
            if (profiles.Account.IsPresent)
            {
                exchanges = ++profiles.Account.State(_ledger).Exchanges;
            }

            _detectors.InspectStateful(new InspectionContext(in request, in features, profiles), ref signals);
        }
        finally
        {
            held.Release();
        }

        Interlocked.Increment(ref _evaluated);
        if (signals.Dropped > 0)
        {
            Interlocked.Add(ref _droppedSignals, signals.Dropped);
        }

        return new Verdict(in signals, _policy.Fuse(signals.Signals), _policy.Bar, in keys, exchanges);
    }

    // Not evaluated, but a request of the account all the same: it is counted, so that "after how many" stays true.
    private Verdict Skip(in InferenceRequest request, NotEvaluatedReason reason)
    {
        if (request.Caller.Account.IsEmpty)
        {
            return NotEvaluated(NotEvaluatedReason.NoAccount, default, 0);
        }

        SubjectKeys keys = _hasher.Hash(request.Caller);
        HeldSubjects held = _memory.Hold(new SubjectKeys { Account = keys.Account });
        SubjectProfile account = held.Profiles.Account;
        long exchanges = account.IsPresent ? ++account.State(_ledger).Exchanges : 0;
        held.Release();
        return NotEvaluated(reason, in keys, exchanges);
    }

    private Verdict NotEvaluated(NotEvaluatedReason reason, in SubjectKeys keys, long exchanges)
    {
        Interlocked.Increment(ref _notEvaluated);
        return new Verdict(reason, _policy.Bar, in keys, exchanges);
    }
}
