// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

/// <summary>What the <c>thinking</c> member of an Anthropic request asks for.</summary>
internal enum ThinkingOptions : byte
{
    /// <summary>There is no such member.</summary>
    NotGiven,

    /// <summary>Thinking is switched off.</summary>
    Off,

    /// <summary>Thinking is on and its text comes back.</summary>
    On,

    /// <summary>Thinking is on and its text is left out of the answer.</summary>
    Hidden,
}
