// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistillGuard.Subjects;

/// <summary>The profiles of one request while they are pinned and locked.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct HeldSubjects
{
    private readonly SubjectHandle _account;
    private readonly SubjectHandle _organization;
    private readonly SubjectHandle _payment;
    private readonly SubjectHandle _fingerprint;
    private readonly SubjectHandle _egress;
    private readonly SubjectHandle _cohort;

    public HeldSubjects(
        SubjectHandle account,
        SubjectHandle organization,
        SubjectHandle payment,
        SubjectHandle fingerprint,
        SubjectHandle egress,
        SubjectHandle cohort)
    {
        _account = account;
        _organization = organization;
        _payment = payment;
        _fingerprint = fingerprint;
        _egress = egress;
        _cohort = cohort;
    }

    public SubjectProfile Account => _account.Profile(SubjectKind.Account);

    public SubjectProfile Organization => _organization.Profile(SubjectKind.Organization);

    public SubjectProfile Payment => _payment.Profile(SubjectKind.Link);

    public SubjectProfile Fingerprint => _fingerprint.Profile(SubjectKind.Link);

    public SubjectProfile Egress => _egress.Profile(SubjectKind.Link);

    public SubjectProfile Cohort => _cohort.Profile(SubjectKind.Cohort);

    /// <summary>The profiles alone: no keys, no signatures.</summary>
    [UnscopedRef]
    public SubjectProfiles Profiles => ProfilesWith(in Unsafe.NullRef<SubjectKeys>(), ref Unsafe.NullRef<SignatureCursor>());

    /// <summary>The profiles with their keys and the way to the request's signatures.</summary>
    [UnscopedRef]
    public SubjectProfiles ProfilesWith(in SubjectKeys keys, ref SignatureCursor signatures) => new(in this, in keys, ref signatures);

    public void Release()
    {
        _cohort.Release();
        _egress.Release();
        _fingerprint.Release();
        _payment.Release();
        _organization.Release();
        _account.Release();
    }
}
