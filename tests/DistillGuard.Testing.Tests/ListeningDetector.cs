// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Testing;

/// <summary>Passes on what reaches detectors.</summary>
internal sealed class ListeningDetector : IDistillationDetector, IOutcomeObserver
{
    private readonly HearRequest _request;
    private readonly HearOutcome _outcome;

    public ListeningDetector(HearRequest request, HearOutcome outcome)
    {
        _request = request;
        _outcome = outcome;
    }

    public delegate void HearRequest(in InspectionContext context);

    public delegate void HearOutcome(in InferenceOutcome outcome);

    public string Name => "listening";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals) => _request(in context);

    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects) => _outcome(in outcome);
}
