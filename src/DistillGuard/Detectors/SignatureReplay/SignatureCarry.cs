// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>What it means that an account sends a signature.</summary>
internal enum SignatureCarry
{
    /// <summary>Nothing: it is its organization's own, or nobody's.</summary>
    Innocent,

    /// <summary>It was issued to another organization.</summary>
    IssuedToAnother,

    /// <summary>Another organization sent it first; nobody saw it issued.</summary>
    SentByAnother,
}
