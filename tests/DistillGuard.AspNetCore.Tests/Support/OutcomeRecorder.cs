// SPDX-License-Identifier: MIT

using System.Collections.Concurrent;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.AspNetCore.Support;

/// <summary>Keeps what the guard was told came back.</summary>
internal sealed class OutcomeRecorder : IDistillationDetector, IOutcomeObserver
{
    public ConcurrentQueue<RecordedOutcome> Outcomes { get; } = new();

    public string Name => "outcome-recorder";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
    }

    public void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects)
    {
        var signatures = new List<string>();
        foreach (ReadOnlySpan<byte> signature in outcome.ReasoningSignatures)
        {
            signatures.Add(System.Text.Encoding.UTF8.GetString(signature));
        }

        Outcomes.Enqueue(new RecordedOutcome(
            outcome.Status,
            outcome.InputTokens,
            outcome.OutputTokens,
            System.Text.Encoding.UTF8.GetString(outcome.Refusal),
            System.Text.Encoding.UTF8.GetString(outcome.FinishReason),
            signatures,
            outcome.IsTurnedAway));
    }
}
