// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>How many accounts used a payment token, a client fingerprint or a network prefix.</summary>
internal struct LinkNode
{
    public int Holders;
}
