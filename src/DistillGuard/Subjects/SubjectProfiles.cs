// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Subjects;

/// <summary>The profiles of all subjects that one request touches, locked together.</summary>
public readonly ref struct SubjectProfiles
{
    private readonly ref SignatureCursor _signatures;

    internal SubjectProfiles(scoped in SubjectKeys keys, ref SignatureCursor signatures)
    {
        Keys = keys;
        _signatures = ref signatures;
    }

    /// <summary>The keyed hashes of the subjects: to tell whose something is, also where no profile is kept.</summary>
    public SubjectKeys Keys { get; }

    /// <summary>The account.</summary>
    public SubjectProfile Account { get; init; }

    /// <summary>The organization, if the host gave one and a detector remembers organizations.</summary>
    public SubjectProfile Organization { get; init; }

    /// <summary>The payment token, if the host gave one and a detector remembers links.</summary>
    public SubjectProfile Payment { get; init; }

    /// <summary>The client fingerprint, if the host gave one and a detector remembers links.</summary>
    public SubjectProfile Fingerprint { get; init; }

    /// <summary>The network prefix, if the host gave an address and a detector remembers links.</summary>
    public SubjectProfile Egress { get; init; }

    /// <summary>The cohort, if a detector remembers cohorts.</summary>
    public SubjectProfile Cohort { get; init; }

    /// <summary>
    /// The profile of one opaque reasoning blob, made if need be, and locked until the next one is asked for or the call ends. Nobody
    /// ever holds two, so nothing has to be given back, and no two requests can wait for each other in a circle.
    /// </summary>
    /// <param name="blob">The blob, or the hash that stands for it, as the request or the response gives it.</param>
    /// <returns>
    /// The profile. Absent when no detector remembers signatures, when the blob is empty, when the table has no room, or when the request
    /// has brought more new blobs than one request may add; one that is remembered is found all the same.
    /// </returns>
    /// <remarks>What was returned for the blob before is no longer locked: do not look at it again.</remarks>
    public SubjectProfile Signature(scoped ReadOnlySpan<byte> blob) =>
        Unsafe.IsNullRef(ref _signatures) ? default : _signatures.MoveTo(blob);
}
