// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text.Disguise;

/// <summary>
/// Writes a text as it would be without disguise: compatibility forms and accented letters plain, words that mix scripts in one,
/// letters set apart put together.
/// </summary>
/// <remarks>
/// <para>Linear: every character is read at most twice. It is a second reading beside the honest one and never replaces it: honest text
/// may lose an accent here, and the phrases of rules are searched with and without theirs.</para>
/// <para>Letters set apart are four or more single letters with one and the same character between them ("h i d d e n", "h.i.d.d.e.n");
/// any other gap of up to eight characters ends a word. With the same gap everywhere the words cannot be told apart and stay hidden.</para>
/// </remarks>
internal ref struct Unmasker
{
    private const int FewestSingles = 4;
    private const int LongestGap = 8;
    private const int MostSingles = 512;

    // Room in which a whole word, or letters put together, can be written; and that in which a very long word is cut.
    private const int EnoughRoom = 4096;
    private const int LeastRoom = 1024;

    private readonly ReadOnlySpan<byte> _text;
    private readonly LookAlikes _table;
    private readonly Span<byte> _output;
    private UnmaskedWord _word;
    private int _at;
    private int _written;
    private int _notSingleBefore;

    private Unmasker(ReadOnlySpan<byte> text, Span<byte> output, bool mostlyLatin, Span<int> letters)
    {
        _text = text;
        _output = output;
        _table = LookAlikes.Table;
        _word = new UnmaskedWord(letters, mostlyLatin);
    }

    /// <summary>Unmasks as much of a text as fits, whole words.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="output">More than 4 KB, or nothing is read.</param>
    /// <param name="mostlyLatin">Whether most letters of the whole text are Latin.</param>
    /// <param name="consumed">Bytes of the text that were read.</param>
    /// <returns>Bytes written.</returns>
    public static int Unmask(ReadOnlySpan<byte> text, Span<byte> output, bool mostlyLatin, out int consumed)
    {
        var unmasker = new Unmasker(text, output, mostlyLatin, stackalloc int[UnmaskedWord.Capacity]);
        unmasker.Run();
        consumed = unmasker._at;
        return unmasker._written;
    }

    private void Run()
    {
        while (_at < _text.Length && HasRoom)
        {
            if (_word.IsEmpty && (CopyAscii() || (_at >= _notSingleBefore && TryJoin())))
            {
                continue;
            }

            Take();
        }

        Flush();
    }

    private readonly bool HasRoom
    {
        get
        {
            int room = _output.Length - _written;
            return room > EnoughRoom || (room > LeastRoom && !_word.IsEmpty);
        }
    }

    /// <summary>Copies a word of plain letters and what follows it up to the next letter: most of most texts.</summary>
    private bool CopyAscii()
    {
        ReadOnlySpan<byte> rest = _text.Slice(_at, Math.Min(_text.Length - _at, LeastRoom));
        int letters = 0;
        while (letters < rest.Length && char.IsAsciiLetter((char)rest[letters]))
        {
            letters++;
        }

        if (letters < 2 || letters == rest.Length || rest[letters] >= 0x80)
        {
            return false;
        }

        int end = letters;
        while (end < rest.Length && rest[end] < 0x80 && !char.IsAsciiLetter((char)rest[end]))
        {
            end++;
        }

        rest[..end].CopyTo(_output[_written..]);
        _written += end;
        _at += end;
        return true;
    }

    private void Take()
    {
        CharacterKind kind = Next(out int code, out int consumed);
        if (code < 0 || (kind & (CharacterKind.Letter | CharacterKind.Mark)) == CharacterKind.None)
        {
            Flush();
            CopyOther(code, kind, consumed);
            return;
        }

        _at += consumed;
        AddLetter(code, kind);
    }

    private CharacterKind Next(out int code, out int consumed)
    {
        code = _text[_at];
        consumed = 1;
        if (code >= 0x80)
        {
            bool isWhole = Rune.DecodeFromUtf8(_text[_at..], out Rune rune, out consumed) == System.Buffers.OperationStatus.Done;
            code = isWhole ? rune.Value : -1;
        }

        return code < 0 ? CharacterKind.None : _table.KindOf(code);
    }

    private void AddLetter(int code, CharacterKind kind)
    {
        if (_word.IsFull)
        {
            Flush();
        }

        if ((kind & CharacterKind.Plain) == CharacterKind.None)
        {
            _word.Add(code, kind);
            return;
        }

        if (LookAlikes.IsAccent(code))
        {
            _word.AddAccent(code);
            return;
        }

        foreach (int plain in _table.PlainOf(code))
        {
            CharacterKind own = _table.KindOf(plain);
            if (LookAlikes.IsAccent(plain))
            {
                _word.AddAccent(plain); // the voicing marks of half-width katakana
                continue;
            }

            if (_word.IsFull)
            {
                Flush();
            }

            _word.Add(plain, own);
        }
    }

    private void CopyOther(int code, CharacterKind kind, int consumed)
    {
        if (code < 0 || (kind & CharacterKind.Plain) == CharacterKind.None)
        {
            _text.Slice(_at, consumed).CopyTo(_output[_written..]);
            _written += consumed;
        }
        else
        {
            foreach (int plain in _table.PlainOf(code))
            {
                _written += new Rune(plain).EncodeToUtf8(_output[_written..]);
            }
        }

        _at += consumed;
    }

    private void Flush() => _written += _word.Flush(_output[_written..], _table);

    /// <summary>Puts letters that are set apart together, if such letters begin here.</summary>
    private bool TryJoin()
    {
        int start = _at;
        int count = CountSingles(out int separator, out int end);
        _at = start;
        if (count < FewestSingles || separator < 0)
        {
            _notSingleBefore = end; // what was looked at is not looked at again
            return false;
        }

        int gapStart = -1;
        while (_at < end)
        {
            CharacterKind kind = Next(out int code, out int consumed);
            if ((kind & (CharacterKind.Letter | CharacterKind.Mark)) == CharacterKind.None)
            {
                gapStart = gapStart < 0 ? _at : gapStart;
                _at += consumed;
                continue;
            }

            if (gapStart >= 0)
            {
                WriteGap(gapStart, separator);
            }

            gapStart = -1;
            _at += consumed;
            AddLetter(code, kind);
        }

        Flush();
        _notSingleBefore = _at;
        return true;
    }

    /// <summary>
    /// Writes what stood between two letters before all was set apart: every second character of a gap that has the separator at the others, so
    /// nothing for the separator alone. Any other gap is a space.
    /// </summary>
    private void WriteGap(int from, int separator)
    {
        int to = _at;
        if (!IsSpread(from, to, separator))
        {
            Flush();
            _output[_written++] = (byte)' ';
            return;
        }

        _at = from;
        for (int index = 0; _at < to; index++)
        {
            CharacterKind kind = Next(out int code, out int consumed);
            if ((index & 1) == 0)
            {
                _at += consumed;
                continue;
            }

            Flush();
            CopyOther(code, kind, consumed);
        }
    }

    private readonly bool IsSpread(int from, int to, int separator)
    {
        int index = 0;
        while (from < to)
        {
            _ = Rune.DecodeFromUtf8(_text[from..], out Rune rune, out int consumed);
            if ((index & 1) == 0 && rune.Value != separator)
            {
                return false;
            }

            from += consumed;
            index++;
        }

        return (index & 1) == 1;
    }

    /// <summary>Counts the single letters from here on, and tells the character that stands alone between them twice running.</summary>
    private int CountSingles(out int separator, out int end)
    {
        int count = 0;
        int last = -1;
        separator = -1;
        end = _at;
        while (count < MostSingles)
        {
            if (!SkipSingle(out int next))
            {
                end = Math.Max(end, count == 0 ? next : end);
                return count;
            }

            count++;
            end = _at;
            if (!SkipGap(out int only))
            {
                return count;
            }

            separator = separator < 0 && only == last ? only : separator;
            last = only;
        }

        return count;
    }

    /// <summary>Moves over one letter and its marks, if no other letter follows.</summary>
    /// <param name="next">Where the word that begins here ends, as far as it was read.</param>
    private bool SkipSingle(out int next)
    {
        int start = _at;
        int letters = 0;
        while (_at < _text.Length && letters < 2)
        {
            CharacterKind kind = Next(out int code, out int consumed);
            if (code < 0 || (kind & (CharacterKind.Letter | CharacterKind.Mark)) == CharacterKind.None)
            {
                break;
            }

            letters += (kind & CharacterKind.Letter) == CharacterKind.None ? 0 : 1;
            _at += consumed;
        }

        next = _at;
        if (letters == 1)
        {
            return true;
        }

        _at = start;
        return false;
    }

    /// <summary>Moves over what stands between two letters, if it is short.</summary>
    /// <param name="only">The character, when it is the only one; otherwise -1.</param>
    private bool SkipGap(out int only)
    {
        int start = _at;
        int count = 0;
        only = -1;
        while (_at < _text.Length && count <= LongestGap)
        {
            CharacterKind kind = Next(out int code, out int consumed);
            if ((kind & (CharacterKind.Letter | CharacterKind.Mark)) != CharacterKind.None)
            {
                break;
            }

            count++;
            only = count == 1 ? code : -1;
            _at += consumed;
        }

        if (count is > 0 and <= LongestGap && _at < _text.Length)
        {
            return true;
        }

        _at = start;
        return false;
    }
}
