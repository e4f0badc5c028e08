// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Subjects;

/// <summary>The profiles of all subjects that one request touches, locked together.</summary>
/// <remarks>Points to what the engine holds; a copy of six profiles for every context cost more than most detectors. Benchmark: RateAnomalyBenchmarks.</remarks>
public readonly ref struct SubjectProfiles
{
    private readonly ref readonly HeldSubjects _held;
    private readonly ref readonly SubjectKeys _keys;
    private readonly ref SignatureCursor _signatures;

    internal SubjectProfiles(in HeldSubjects held, in SubjectKeys keys, ref SignatureCursor signatures)
    {
        _held = ref held;
        _keys = ref keys;
        _signatures = ref signatures;
    }

    /// <summary>The keyed hashes of the subjects: to tell whose something is, also where no profile is kept.</summary>
    public SubjectKeys Keys => Unsafe.IsNullRef(in _keys) ? default : _keys;

    /// <summary>The account.</summary>
    public SubjectProfile Account => Unsafe.IsNullRef(in _held) ? default : _held.Account;

    /// <summary>The organization, if the host gave one and a detector remembers organizations.</summary>
    public SubjectProfile Organization => Unsafe.IsNullRef(in _held) ? default : _held.Organization;

    /// <summary>The payment token, if the host gave one and a detector remembers links.</summary>
    public SubjectProfile Payment => Unsafe.IsNullRef(in _held) ? default : _held.Payment;

    /// <summary>The client fingerprint, if the host gave one and a detector remembers links.</summary>
    public SubjectProfile Fingerprint => Unsafe.IsNullRef(in _held) ? default : _held.Fingerprint;

    /// <summary>The network prefix, if the host gave an address and a detector remembers links.</summary>
    public SubjectProfile Egress => Unsafe.IsNullRef(in _held) ? default : _held.Egress;

    /// <summary>The cohort, if a detector remembers cohorts.</summary>
    public SubjectProfile Cohort => Unsafe.IsNullRef(in _held) ? default : _held.Cohort;

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
