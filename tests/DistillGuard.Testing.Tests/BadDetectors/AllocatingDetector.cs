// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Testing.BadDetectors;

/// <summary>Allocates a string in <c>Inspect</c>, or in <c>Observe</c> only.</summary>
internal sealed class AllocatingDetector : IDistillationDetector, IOutcomeObserver
{
    private readonly bool _inObserve;

    public AllocatingDetector(bool inObserve) => _inObserve = inObserve;

    public string Name => "allocating";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        if (!_inObserve)
        {
            GC.KeepAlive(new string('x', 3));
        }
    }

    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects)
    {
        if (_inObserve)
        {
            GC.KeepAlive(new string('x', 3));
        }
    }
}
