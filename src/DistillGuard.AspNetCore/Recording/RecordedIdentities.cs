// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Recording;

/// <summary>What stands in the log for accounts, organizations, keys, payment tokens, addresses and clients.</summary>
public enum RecordedIdentities
{
    /// <summary>Keyed hashes: the same id gives the same hash, and an address one made-up network for each network.</summary>
    Hashed,

    /// <summary>The ids and addresses as the host gives them.</summary>
    AsGiven,
}
