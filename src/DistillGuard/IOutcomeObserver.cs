// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Subjects;

namespace DistillGuard;

/// <summary>Sees what came back for a request: usage, refusals, issued reasoning. Implemented by detectors that need it.</summary>
/// <remarks>The rules of <see cref="IDistillationDetector"/> hold here too.</remarks>
public interface IOutcomeObserver
{
    /// <summary>Updates what is remembered.</summary>
    /// <param name="outcome">What came back; valid during the call only.</param>
    /// <param name="subjects">The profiles of the request's subjects, locked.</param>
    void Observe(in InferenceOutcome outcome, in SubjectProfiles subjects);
}
