// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Rules;
using DistillGuard.Text;

namespace DistillGuard.Features;

/// <summary>What is measured about a request's text: once, for all detectors.</summary>
/// <remarks>Plain numbers on the stack; no text stays behind.</remarks>
[StructLayout(LayoutKind.Auto)]
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

    /// <summary>Keyed hash of all prompt texts; 0 when nobody looks for groups.</summary>
    public ulong TextHash { get; set; }

    /// <summary>What the last user message looks like; zero when nobody looks for groups.</summary>
    public PromptStyle Style { get; set; }

    /// <summary>What a short question without history is about; zero for any other prompt, and when nobody looks for groups.</summary>
    public PromptSketch Sketch;

    /// <summary>Template pieces of the system text and of the first and last user message; empty when nobody looks for groups.</summary>
    public PieceList Pieces;

    /// <summary>The rule set that was matched. A reload in between changes neither this nor the hits.</summary>
    public RuleSet RuleSet { get; set; }

    /// <summary>The rules that the text matches, by their index in <see cref="RuleSet"/>; whatever their status.</summary>
    public RuleHits RuleHits;
}
