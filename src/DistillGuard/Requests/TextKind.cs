// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>What a piece of text in a request is.</summary>
public enum TextKind : byte
{
    /// <summary>
    /// Words meant for the model to read: system prompt, user text, history. Only this kind is matched by prompt
    /// rules.
    /// </summary>
    Prompt,

    /// <summary>Readable reasoning sent back as history.</summary>
    Reasoning,

    /// <summary>Name, description or parameter schema of a tool offered to the model.</summary>
    ToolDefinition,

    /// <summary>A call the model made to a tool, sent back as history.</summary>
    ToolCall,

    /// <summary>What a tool answered.</summary>
    ToolResult,

    /// <summary>The schema the answer must follow.</summary>
    OutputSchema,

    /// <summary>An opaque reasoning blob or signature that an earlier response issued; never words.</summary>
    ReasoningBlob,
}
