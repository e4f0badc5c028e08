// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Support;

/// <summary>A detector written in the test that needs it.</summary>
internal sealed class DelegateDetector : IDistillationDetector, IOutcomeObserver
{
    private readonly InspectAction? _inspect;
    private readonly ObserveAction? _observe;

    public DelegateDetector(string name, InspectAction? inspect = null, ObserveAction? observe = null)
    {
        Name = name;
        _inspect = inspect;
        _observe = observe;
    }

    public string Name { get; }

    public void Inspect(in InspectionContext context, ref SignalBuffer signals) => _inspect?.Invoke(in context, ref signals);

    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects) => _observe?.Invoke(in outcome, in subjects);
}
