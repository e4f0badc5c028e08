// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>How well it is known whose a signature is.</summary>
internal enum SignatureProvenance : byte
{
    /// <summary>Nothing is known: it was never seen.</summary>
    Unknown,

    /// <summary>Nobody saw it issued; it counts as that of the organization that sent it first.</summary>
    Carried,

    /// <summary>It was seen in a response: it is the receiver's.</summary>
    Issued,

    /// <summary>It was seen in responses to several organizations, as a shared response cache gives them: it is nobody's.</summary>
    IssuedToSeveral,
}
