// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard;

/// <summary>Runs detectors in order; one that throws is counted and skipped, and the rest go on.</summary>
/// <remarks>The try stands around the loop, not around each call: it costs nothing while all is well. Thread-safe.</remarks>
internal sealed class DetectorArray
{
    private readonly IDistillationDetector[] _detectors;
    private readonly IOutcomeObserver[] _observers;
    private readonly int[] _observerDetectors;
    private readonly int _stateless;
    private readonly long[] _faults;

    /// <summary>Takes the detectors in the order they run.</summary>
    /// <param name="stateless">Those that remember nothing: they run while no profile is held.</param>
    /// <param name="stateful">Those that reserved a slot: they run while the request's profiles are held.</param>
    public DetectorArray(IReadOnlyList<IDistillationDetector> stateless, IReadOnlyList<IDistillationDetector> stateful)
    {
        _detectors = [.. stateless, .. stateful];
        _stateless = stateless.Count;
        _faults = new long[_detectors.Length];
        _observerDetectors = [.. Enumerable.Range(0, _detectors.Length).Where(i => _detectors[i] is IOutcomeObserver)];
        _observers = [.. _observerDetectors.Select(i => (IOutcomeObserver)_detectors[i])];
    }

    public IReadOnlyList<IDistillationDetector> Detectors => Array.AsReadOnly(_detectors);

    public IReadOnlyList<DetectorFaults> Faults
    {
        get
        {
            var faults = new DetectorFaults[_detectors.Length];
            for (int i = 0; i < faults.Length; i++)
            {
                faults[i] = new DetectorFaults(_detectors[i].Name, Volatile.Read(ref _faults[i]));
            }

            return faults;
        }
    }

    public long FaultCount
    {
        get
        {
            long count = 0;
            for (int i = 0; i < _faults.Length; i++)
            {
                count += Volatile.Read(ref _faults[i]);
            }

            return count;
        }
    }

    /// <summary>Runs the detectors that remember nothing.</summary>
    public void InspectStateless(in InspectionContext context, ref SignalBuffer signals) =>
        Inspect(0, _stateless, in context, ref signals);

    /// <summary>Runs the detectors that look at the profiles.</summary>
    public void InspectStateful(in InspectionContext context, ref SignalBuffer signals) =>
        Inspect(_stateless, _detectors.Length, in context, ref signals);

    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects)
    {
        int next = 0;
        while (next < _observers.Length)
        {
            try
            {
                for (; next < _observers.Length; next++)
                {
                    _observers[next].Observe(in outcome, in subjects);
                }
            }
            catch (Exception)
            {
                Interlocked.Increment(ref _faults[_observerDetectors[next]]);
                next++;
            }
        }
    }

    private void Inspect(int next, int end, in InspectionContext context, ref SignalBuffer signals)
    {
        while (next < end)
        {
            int held = signals.Count;
            int dropped = signals.Dropped;
            try
            {
                for (; next < end; next++)
                {
                    held = signals.Count;
                    dropped = signals.Dropped;
                    _detectors[next].Inspect(in context, ref signals);
                }
            }
            catch (Exception)
            {
                signals.Truncate(held, dropped);
                Interlocked.Increment(ref _faults[next]);
                next++;
            }
        }
    }
}
