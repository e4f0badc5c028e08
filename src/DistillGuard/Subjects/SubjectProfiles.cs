// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

/// <summary>The profiles of all subjects that one request touches, locked together.</summary>
public readonly ref struct SubjectProfiles
{
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
}
