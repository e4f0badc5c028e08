// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>How a setting is written.</summary>
internal enum SettingKind
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A span of time, <c>[d.]hh:mm:ss</c>.</summary>
    Duration,

    /// <summary>Any text, a path for example.</summary>
    Text,

    /// <summary>One of several words.</summary>
    Choice,

    /// <summary>A list of texts.</summary>
    Texts,
}
