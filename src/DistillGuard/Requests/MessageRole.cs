// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>Who a text of the request claims to come from.</summary>
public enum MessageRole : byte
{
    /// <summary>No role was given, or one that no API defines.</summary>
    Other,

    /// <summary>The system or developer instructions.</summary>
    System,

    /// <summary>The user's side of the conversation.</summary>
    User,

    /// <summary>The model's side: earlier answers sent back as history, or a prefilled answer.</summary>
    Assistant,

    /// <summary>What a tool returned.</summary>
    Tool,
}
