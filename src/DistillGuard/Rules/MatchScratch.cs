// SPDX-License-Identifier: MIT

using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>Memory that <see cref="RuleSet.Match"/> works in. Make one a thread, or pool them, and use it again and again.</summary>
/// <remarks>
/// It fits itself to the rule set it is used with and then allocates nothing: about 36 KB, and as much again once a prompt was read a second time
/// because it may hide something, whatever the length of the prompt: text is folded piece by piece. After a match it holds the last piece of the prompt, folded, until the next one
/// or <see cref="Clear"/>. Not thread-safe.
/// </remarks>
public sealed class MatchScratch
{
    /// <summary>Bytes of prompt folded at a time.</summary>
    internal const int PieceBytes = 32 * 1024;

    internal const int WindowCharacters = 1200;

    private readonly char[] _window = new char[WindowCharacters];
    private RuleSet? _rules;
    private byte[]? _unmasked;
    private bool _windowUsed;
    private bool _unmaskedUsed;

    internal byte[] Folded { get; private set; } = [];

    /// <summary>Room for the characters around a phrase that a pattern is tried on.</summary>
    internal char[] Window
    {
        get
        {
            _windowUsed = true;
            return _window;
        }
    }

    /// <summary>Room for text without its disguise, taken when it is first needed.</summary>
    internal byte[] Unmasked
    {
        get
        {
            _unmasked ??= new byte[PieceBytes];
            _unmaskedUsed = true;
            return _unmasked;
        }
    }

    internal PhrasePlace[] Places { get; private set; } = [];

    internal int[] Counts { get; private set; } = [];

    internal ulong[] PhraseHits { get; private set; } = [];

    internal ulong[] GateHits { get; private set; } = [];

    internal ulong[] Atoms { get; private set; } = [];

    /// <summary>Overwrites what is left of the last prompt.</summary>
    public void Clear()
    {
        Array.Clear(Folded);
        Array.Clear(_window);
        Array.Clear(_unmasked ?? []);
    }

    /// <summary>Overwrites what a prompt of some bytes can have left; folded text never outgrows its source.</summary>
    internal void ClearAfter(int textBytes)
    {
        Array.Clear(Folded, 0, (int)Math.Min(Folded.Length, (long)textBytes + TextFolder.Slack));
        if (_windowUsed)
        {
            Array.Clear(_window);
            _windowUsed = false;
        }

        if (_unmaskedUsed)
        {
            Array.Clear(Folded); // what was hidden is written out at other places than it stood
            Array.Clear(_unmasked!);
            _unmaskedUsed = false;
        }
    }

    /// <summary>Makes room for a rule set; a no-op when it is the one used last.</summary>
    internal void Fit(RuleSet rules)
    {
        if (ReferenceEquals(_rules, rules))
        {
            return;
        }

        int folded = PieceBytes + rules.Scanner.Overlap + 1 + TextFolder.Slack;
        Folded = folded > Folded.Length ? new byte[folded] : Folded;
        PhraseHits = new ulong[rules.Scanner.Automaton.HitWords];
        Places = new PhrasePlace[rules.Scanner.Places];
        Counts = new int[rules.Scanner.CountSlots];
        Atoms = new ulong[rules.AtomWords];
        GateHits = new ulong[rules.Gate.Automaton.HitWords];
        _rules = rules;
    }
}
