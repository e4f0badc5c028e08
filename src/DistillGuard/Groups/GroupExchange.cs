// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Features;

namespace DistillGuard.Groups;

/// <summary>One exchange of a group's kind.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GroupExchange
{
    /// <summary>When it arrived, in ticks of UTC.</summary>
    public long Ticks { get; init; }

    /// <summary>The member that sent it: an index into <see cref="GroupView.Members"/>.</summary>
    public int Member { get; init; }

    /// <summary>Facts of it.</summary>
    public ExchangeTraits Traits { get; init; }

    /// <summary>Tactics of prompt rules that it matches: bit n stands for the <see cref="Rules.RuleTactic"/> of value n.</summary>
    public int Tactics { get; init; }

    /// <summary>Weight of the heaviest stable prompt rule that it matches, in natural log-odds; 0 for none.</summary>
    public float ContentWeight { get; init; }

    /// <summary>What the last user message looks like.</summary>
    public PromptStyle Style { get; init; }

    /// <summary>Keyed hash of the model's name; 0 when not known.</summary>
    public uint Model { get; init; }

    /// <summary>Hash of the sampling parameters given.</summary>
    public uint Parameters { get; init; }

    /// <summary>Keyed hash of the whole prompt.</summary>
    public uint Text { get; init; }

    /// <summary>Which pieces it has: a bit for each, not always another.</summary>
    internal ulong Words { get; init; }
}
