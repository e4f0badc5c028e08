// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Subjects;

/// <summary>The subjects that one request touches; those that no detector asks about are absent. A plain value: keep it with the request, and give it back with the outcome.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SubjectKeys
{
    /// <summary>The account; always present.</summary>
    public SubjectKey Account { get; init; }

    /// <summary>The organization.</summary>
    public SubjectKey Organization { get; init; }

    /// <summary>The payment token, a <see cref="SubjectKind.Link"/>.</summary>
    public SubjectKey Payment { get; init; }

    /// <summary>The client's TLS fingerprint with its user agent, a <see cref="SubjectKind.Link"/>.</summary>
    public SubjectKey Fingerprint { get; init; }

    /// <summary>The network prefix (IPv4 /24, IPv6 /48), a <see cref="SubjectKind.Link"/>.</summary>
    public SubjectKey Egress { get; init; }

    /// <summary>The cohort: accounts of the same plan and declared use.</summary>
    public SubjectKey Cohort { get; init; }

    /// <summary>
    /// Which request of the account this was, counted from 1; 0 when not known. By it a detector tells which of several requests in
    /// flight an outcome belongs to.
    /// </summary>
    public long Exchange { get; init; }
}
