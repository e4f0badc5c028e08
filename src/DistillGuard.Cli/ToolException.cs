// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli;

/// <summary>The tool cannot do what it was asked. The message says what, where and the remedy, for people.</summary>
internal sealed class ToolException : Exception
{
    public ToolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
