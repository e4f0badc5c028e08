// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>When what a part is about is there.</summary>
internal enum PartPresence
{
    /// <summary>Always, with its defaults where nothing is said.</summary>
    Always,

    /// <summary>Unless <c>Enabled</c> says no.</summary>
    UnlessSwitchedOff,

    /// <summary>Only when something is said about it.</summary>
    WhenConfigured,
}
