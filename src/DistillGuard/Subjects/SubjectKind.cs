// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

/// <summary>What a subject is. Profiles are always locked in this order.</summary>
public enum SubjectKind : byte
{
    /// <summary>One account: its habits over time.</summary>
    Account,

    /// <summary>One organization: what is innocent inside it, and its pooled volume.</summary>
    Organization,

    /// <summary>One payment token, client fingerprint or network prefix: who belongs together.</summary>
    Link,

    /// <summary>All accounts of one plan that declared the same use: what is usual among peers.</summary>
    Cohort,

    /// <summary>
    /// One opaque reasoning blob that a response issued or a request carried: whose it is. A request may touch many, so they are looked
    /// up one at a time, by <see cref="SubjectProfiles.Signature"/>.
    /// </summary>
    Signature,
}
