// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>A detector or an analyzer of groups breaks its contract. The message names it, what it did, and the remedy.</summary>
public sealed class DetectorContractException : Exception
{
    /// <summary>Makes the exception.</summary>
    public DetectorContractException(string message)
        : base(message)
    {
    }
}
