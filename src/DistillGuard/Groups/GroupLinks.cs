// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>By what an account is tied to other organizations of its group: keys of which at least half of all holders are in the group.</summary>
[Flags]
public enum GroupLinks : byte
{
    /// <summary>By nothing.</summary>
    None = 0,

    /// <summary>The same payment token.</summary>
    Payment = 1,

    /// <summary>The same client fingerprint.</summary>
    Fingerprint = 2,

    /// <summary>The same network prefix.</summary>
    Egress = 4,
}
