// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text.Disguise;

/// <summary>Collects the letters of one word and writes it as it would be written in one script.</summary>
/// <remarks>
/// <para>A word that mixes scripts is written in the script that its telling letters belong to, those that no other of its scripts has; where
/// none is telling, in Latin if the text is mostly Latin. Letters without a twin in it stay.</para>
/// <para>A word wholly of Cyrillic, Greek or other letters that look Latin is read as Latin only in a text that is mostly Latin.</para>
/// </remarks>
internal ref struct UnmaskedWord
{
    /// <summary>Most characters; a longer word is written in parts.</summary>
    public const int Capacity = 128;

    private readonly Span<int> _letters;
    private readonly bool _mostlyLatin;
    private int _count;
    private int _latin;
    private int _cyrillic;
    private int _greek;
    private int _other;
    private bool _isTwins;

    public UnmaskedWord(Span<int> letters, bool mostlyLatin)
    {
        _letters = letters;
        _mostlyLatin = mostlyLatin;
        _isTwins = true;
    }

    public readonly bool IsEmpty => _count == 0;

    public readonly bool IsFull => _count == _letters.Length;

    /// <summary>Adds a character that stands for itself.</summary>
    public void Add(int code, CharacterKind kind)
    {
        _letters[_count++] = code;
        if ((kind & CharacterKind.Letter) == CharacterKind.None)
        {
            return;
        }

        var script = (WordScript)(kind & CharacterKind.Scripts);
        _latin += script == WordScript.Latin ? 1 : 0;
        _cyrillic += script == WordScript.Cyrillic ? 1 : 0;
        _greek += script == WordScript.Greek ? 1 : 0;
        _other += script == WordScript.Other ? 1 : 0;
        _isTwins &= script != WordScript.Latin && (kind & CharacterKind.Twin) != CharacterKind.None;
    }

    /// <summary>Puts an accent on the last character: it disappears, or makes another letter.</summary>
    public readonly void AddAccent(int mark)
    {
        if (_count > 0)
        {
            _letters[_count - 1] = Composition.Compose(_letters[_count - 1], mark);
        }
    }

    /// <summary>Writes the word and begins the next one.</summary>
    /// <returns>Number of bytes written; at most four a character.</returns>
    public int Flush(Span<byte> output, LookAlikes table)
    {
        WordScript target = Target(table);
        int written = 0;
        foreach (int letter in _letters[.._count])
        {
            int twin = target == WordScript.None ? 0 : table.TwinOf(letter, target);
            written += new Rune(twin == 0 ? letter : twin).EncodeToUtf8(output[written..]);
        }

        _count = 0;
        _latin = _cyrillic = _greek = _other = 0;
        _isTwins = true;
        return written;
    }

    private readonly WordScript Target(LookAlikes table)
    {
        int foreign = _cyrillic + _greek + _other;
        bool isMixed = (_latin > 0 && foreign > 0) || (_cyrillic > 0 && foreign > _cyrillic) || (_greek > 0 && _other > 0);
        if (!isMixed)
        {
            return foreign > 0 && _isTwins && _mostlyLatin ? WordScript.Latin : WordScript.None;
        }

        int latin = Telling(WordScript.Latin, table);
        int cyrillic = Telling(WordScript.Cyrillic, table);
        int greek = Telling(WordScript.Greek, table);
        if (latin == 0 && cyrillic == 0 && greek == 0)
        {
            (latin, cyrillic, greek) = (_mostlyLatin && _latin > 0 ? int.MaxValue : 0, _cyrillic, _greek);
        }

        return cyrillic > latin && cyrillic >= greek ? WordScript.Cyrillic
            : greek > latin && greek > cyrillic ? WordScript.Greek
            : WordScript.Latin;
    }

    /// <summary>Letters of a script that have no twin in any other script of the word.</summary>
    private readonly int Telling(WordScript script, LookAlikes table)
    {
        int count = 0;
        foreach (int letter in _letters[.._count])
        {
            var own = (WordScript)(table.KindOf(letter) & CharacterKind.Scripts);
            bool hasTwin = (script != WordScript.Latin && _latin > 0 && table.TwinOf(letter, WordScript.Latin) != 0)
                || (script != WordScript.Cyrillic && _cyrillic > 0 && table.TwinOf(letter, WordScript.Cyrillic) != 0)
                || (script != WordScript.Greek && _greek > 0 && table.TwinOf(letter, WordScript.Greek) != 0);
            count += own == script && !hasTwin ? 1 : 0;
        }

        return count;
    }
}
