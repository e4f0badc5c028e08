// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Wrong arguments, unreadable input or invalid rules.</summary>
    public const int Refused = 1;

    /// <summary>A finding reached the level of <c>--fail-on</c>.</summary>
    public const int FindingReached = 2;

    /// <summary>Stopped from outside, as shells count SIGINT.</summary>
    public const int Stopped = 130;
}
