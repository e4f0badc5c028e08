// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Subjects;

namespace DistillGuard.Support;

/// <summary>What a <see cref="DelegateDetector"/> does with an outcome.</summary>
internal delegate void ObserveAction(in InferenceOutcome outcome, in SubjectProfiles subjects);
