// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;
using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>Tells whether a text holds any phrase without which no rule can match.</summary>
/// <remarks>
/// Most prompts hold none, and then nothing else is searched. Only one group of phrases of each rule is watched, the one with
/// the longest phrases, so the automaton's filter takes long strides.
/// </remarks>
internal sealed class PhraseGate
{
    private readonly PhraseAutomaton _automaton;

    public PhraseGate(IReadOnlyList<byte[]> triggers, RoleScope scope)
    {
        Triggers = triggers;
        Scope = scope;
        _automaton = PhraseAutomaton.Create(triggers);
    }

    /// <summary>The phrases watched.</summary>
    public IReadOnlyList<byte[]> Triggers { get; }

    /// <summary>Where they are watched.</summary>
    public RoleScope Scope { get; }

    public PhraseAutomaton Automaton => _automaton;

    /// <summary>Whether one of the phrases occurs in a text, read in one way.</summary>
    public bool IsOpenedBy(ReadOnlySpan<byte> text, PromptReading reading, bool mostlyLatin, MatchScratch scratch)
    {
        var pieces = new FoldedPieces(text, _automaton.LongestPhrase, reading, mostlyLatin);
        Span<ulong> hits = scratch.GateHits;
        hits.Clear();
        while (pieces.MoveNext(scratch))
        {
            if (_automaton.Occurs(pieces.Current, pieces.IsStart, pieces.IsEnd, hits))
            {
                return true;
            }
        }

        return false;
    }
}
