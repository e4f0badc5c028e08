// SPDX-License-Identifier: MIT

using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>Memory that <see cref="RuleSet.Match"/> works in. Make one a thread, or pool them, and use it again and again.</summary>
/// <remarks>
/// It fits itself to the rule set it is used with and then allocates nothing: about 36 KB, whatever the length of the prompt,
/// because text is folded piece by piece. After a match it holds the last piece of the prompt, folded, until the next one
/// or <see cref="Clear"/>. Not thread-safe.
/// </remarks>
public sealed class MatchScratch
{
    /// <summary>Bytes of prompt folded at a time.</summary>
    internal const int PieceBytes = 32 * 1024;

    internal const int WindowCharacters = 1200;

    private RuleSet? _rules;

    internal byte[] Folded { get; private set; } = [];

    internal char[] Window { get; } = new char[WindowCharacters];

    internal ulong[] PhraseHits { get; private set; } = [];

    internal ulong[] GateHits { get; private set; } = [];

    internal ulong[] Atoms { get; private set; } = [];

    /// <summary>Overwrites what is left of the last prompt.</summary>
    public void Clear()
    {
        Array.Clear(Folded);
        Array.Clear(Window);
    }

    /// <summary>Overwrites what a prompt of some bytes can have left: folding at most doubles a text.</summary>
    internal void ClearAfter(int textBytes)
    {
        Array.Clear(Folded, 0, (int)Math.Min(Folded.Length, (2L * textBytes) + TextFolder.Slack));
        Array.Clear(Window);
    }

    /// <summary>Makes room for a rule set; a no-op when it is the one used last.</summary>
    internal void Fit(RuleSet rules)
    {
        if (ReferenceEquals(_rules, rules))
        {
            return;
        }

        int folded = PieceBytes + rules.Scanner.Automaton.LongestPhrase + 1 + TextFolder.Slack;
        Folded = folded > Folded.Length ? new byte[folded] : Folded;
        PhraseHits = new ulong[rules.Scanner.Automaton.HitWords];
        Atoms = new ulong[rules.AtomWords];
        GateHits = new ulong[rules.Gate.Automaton.HitWords];
        _rules = rules;
    }
}
