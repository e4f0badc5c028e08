// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Subjects;

namespace DistillGuard;

/// <summary>All that a detector may look at. A <c>ref struct</c>: to keep it is a compile error.</summary>
public readonly ref struct InspectionContext
{
    private readonly ref readonly byte _request; // C# has no reference to a ref struct; a copy of 400 bytes for every context is slow
    private readonly ref readonly PromptFeatures _features;

    internal InspectionContext(in InferenceRequest request, in PromptFeatures features, SubjectProfiles subjects)
    {
        _request = ref Unsafe.As<InferenceRequest, byte>(ref Unsafe.AsRef(in request));
        _features = ref features;
        Subjects = subjects;
        Ticks = request.Time.UtcTicks;
    }

    /// <summary>The request.</summary>
    public ref readonly InferenceRequest Request => ref Unsafe.As<byte, InferenceRequest>(ref Unsafe.AsRef(in _request));

    /// <summary>What was measured about its text, once for all detectors.</summary>
    public ref readonly PromptFeatures Features => ref _features;

    /// <summary>The profiles of its subjects, locked during the call. All are absent for a detector that reserved no slot.</summary>
    public SubjectProfiles Subjects { get; }

    /// <summary>The account's profile; present for a detector that reserved a slot, unless the table has no room at all.</summary>
    public SubjectProfile Account => Subjects.Account;

    /// <summary>When the request arrived, in ticks of UTC.</summary>
    public long Ticks { get; }
}
