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
    private readonly long[] _faults;

    public DetectorArray(IDistillationDetector[] detectors)
    {
        _detectors = detectors;
        _faults = new long[detectors.Length];
        _observers = [.. detectors.OfType<IOutcomeObserver>()];
        _observerDetectors = [.. _observers.Select(observer => Array.IndexOf(detectors, (IDistillationDetector)observer))];
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

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        int next = 0;
        while (next < _detectors.Length)
        {
            int held = signals.Count;
            try
            {
                for (; next < _detectors.Length; next++)
                {
                    held = signals.Count;
                    _detectors[next].Inspect(in context, ref signals);
                }
            }
            catch (Exception)
            {
                signals.Truncate(held);
                Interlocked.Increment(ref _faults[next]);
                next++;
            }
        }
    }

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
}
