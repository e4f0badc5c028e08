// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Text;

/// <summary>What is measured about a request's text: once, for all detectors.</summary>
/// <remarks>Plain numbers on the stack; no text stays behind.</remarks>
[StructLayout(LayoutKind.Sequential)]
public struct PromptFeatures
{
    /// <summary>Counts over the prompt texts of all roles.</summary>
    public TextCounts Text { get; set; }

    /// <summary>Bytes of system text.</summary>
    public int SystemBytes { get; set; }

    /// <summary>Bytes of user text.</summary>
    public int UserBytes { get; set; }

    /// <summary>Bytes of the model's side: history and prefilled answers.</summary>
    public int AssistantBytes { get; set; }

    /// <summary>Number of user messages: turns of the conversation.</summary>
    public int UserTurns { get; set; }

    /// <summary>Bytes of the last user text.</summary>
    public int LastUserBytes { get; set; }
}
