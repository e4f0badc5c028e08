// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Subjects;

namespace DistillGuard;

/// <summary>All that a detector may look at. A <c>ref struct</c>: to keep it is a compile error.</summary>
public readonly ref struct InspectionContext
{
    private readonly InferenceRequest _request;
    private readonly ref readonly PromptFeatures _features;

    internal InspectionContext(in InferenceRequest request, in PromptFeatures features, SubjectProfiles subjects)
    {
        _request = request;
        _features = ref features;
        Subjects = subjects;
        Ticks = request.Time.UtcTicks;
    }

    /// <summary>The request.</summary>
    [UnscopedRef]
    public ref readonly InferenceRequest Request => ref _request;

    /// <summary>What was measured about its text, once for all detectors.</summary>
    public ref readonly PromptFeatures Features => ref _features;

    /// <summary>The profiles of its subjects, locked during the call. All are absent for a detector that reserved no slot.</summary>
    public SubjectProfiles Subjects { get; }

    /// <summary>The account's profile; present for a detector that reserved a slot, unless the table has no room at all.</summary>
    public SubjectProfile Account => Subjects.Account;

    /// <summary>When the request arrived, in ticks of UTC.</summary>
    public long Ticks { get; }
}
