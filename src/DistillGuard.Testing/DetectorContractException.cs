// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>A detector breaks the contract. The message names the detector, what it did, and the remedy.</summary>
public sealed class DetectorContractException : Exception
{
    /// <summary>Makes the exception.</summary>
    public DetectorContractException(string message)
        : base(message)
    {
    }
}
