// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>
/// A verdict is not what a test expects. The message says what was expected and prints the verdict's explanation.
/// </summary>
public sealed class VerdictAssertionException : Exception
{
    /// <summary>Makes the exception.</summary>
    public VerdictAssertionException(string message)
        : base(message)
    {
    }
}
