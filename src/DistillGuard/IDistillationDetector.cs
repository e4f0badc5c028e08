// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard;

/// <summary>Measures one thing about a request. It never decides: the policy weighs, calibration sets the bar, handlers act.</summary>
/// <remarks>
/// Called on every request, on many threads at once, with the request's profiles locked. An implementation is sealed, has no
/// mutable field, and does not block, throw, allocate, read a clock or keep anything it was shown; what it must remember stands
/// in a slot of a profile (<see cref="Subjects.SubjectLayout.Reserve{TState}"/>). A detector that throws is counted and skipped.
/// One that reserved no slot runs first, with no profile at hand, so that nobody waits for it.
/// A detector that also wants to see responses implements <see cref="IOutcomeObserver"/>.
/// </remarks>
public interface IDistillationDetector
{
    /// <summary>The stable name, lower case with hyphens, for example <c>rate-anomaly</c>.</summary>
    string Name { get; }

    /// <summary>Looks at a request and adds what it finds to <paramref name="signals"/>.</summary>
    /// <param name="context">The request, its features and the subjects' profiles; valid during the call only.</param>
    /// <param name="signals">Where evidence goes.</param>
    void Inspect(in InspectionContext context, ref SignalBuffer signals);
}
