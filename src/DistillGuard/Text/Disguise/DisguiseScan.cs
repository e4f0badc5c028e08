// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace DistillGuard.Text.Disguise;

/// <summary>Looks for signs of a disguise, in one pass and mostly 64 bytes at a time.</summary>
/// <remarks>
/// A sign costs a second reading and never matches anything by itself, so it may be wrong. Signs are: characters that stand for others,
/// words that mix scripts, four single letters in a row with one character between them, and 32 letters of base64 without a break. Accents of Latin letters
/// are a sign of their own, because so much text has them.
/// <para>Blocks of ASCII, and blocks of well-known characters (<see cref="KnownBlock"/>) in which nothing looks like a sign, are passed over; the rest is taken one
/// character after the other, from a little before to a little behind.</para>
/// </remarks>
internal ref struct DisguiseScan
{
    private const int Block = 64;
    private const int Lane = EncodedRun.Shortest / 2;
    private const int SingleLetters = 4;
    private const int Margin = 32; // bytes taken again where a passed block ends: longer than four letters set apart
    private const CharacterKind Accented = CharacterKind.Latin | CharacterKind.Letter | CharacterKind.Plain;
    private const WordScript Foreign = WordScript.Cyrillic | WordScript.Greek | WordScript.Other;

    private readonly ReadOnlySpan<byte> _text;
    private readonly LookAlikes _table;
    private DisguiseSigns _found;
    private WordScript _word;
    private int _wordLetters;
    private bool _wordIsTwins;
    private bool _sawTwinWord;
    private BlockEdge _edge;
    private bool _isClose;
    private bool _passAscii;
    private bool _isPassing; // the last block was passed over
    private bool _maySeeTwinWord;
    private int _run;
    private int _singles;
    private int _gap;
    private int _latin;
    private int _foreign;

    private DisguiseScan(ReadOnlySpan<byte> text)
    {
        _text = text;
        _table = LookAlikes.Table;
        _passAscii = true;
    }

    /// <summary>The signs in a text.</summary>
    public static DisguiseSigns Look(ReadOnlySpan<byte> text)
    {
        var scan = new DisguiseScan(text);
        scan.Run();
        return scan._maySeeTwinWord && (scan._found & (DisguiseSigns.Letters | DisguiseSigns.MostlyLatin)) == DisguiseSigns.MostlyLatin
            ? scan._found | LookClosely(text, passAscii: true)
            : scan._found;
    }

    /// <summary>The signs, one character taken after the other, but for blocks of ASCII if they may be passed over.</summary>
    internal static DisguiseSigns LookClosely(ReadOnlySpan<byte> text, bool passAscii)
    {
        var scan = new DisguiseScan(text) { _isClose = true, _passAscii = passAscii };
        scan.Run();
        return scan._found;
    }

    private void Run()
    {
        int at = 0;
        while (at < _text.Length)
        {
            if (_passAscii && IsSettled)
            {
                at = SkipAscii(at);
                if (!_isClose && at < _text.Length && SkipKnown(ref at))
                {
                    continue;
                }
            }

            if (at < _text.Length)
            {
                StepBack(ref at);
                TakeSlowly(ref at, Math.Min(_text.Length, at + Block));
                Settle(ref at);
            }
        }

        EndWord();
        if (_latin > _foreign)
        {
            _found |= DisguiseSigns.MostlyLatin | (_sawTwinWord && !_maySeeTwinWord ? DisguiseSigns.Letters : DisguiseSigns.None);
        }
    }

    /// <summary>Whether no letters are set apart here, so that a block can be passed over.</summary>
    private readonly bool IsSettled => _isPassing || (_singles == 0 && _wordLetters != 1);

    /// <summary>Goes on until no letters are set apart, or for another block.</summary>
    private void Settle(ref int at)
    {
        for (int end = Math.Min(_text.Length, at + Block); at < end && !IsSettled;)
        {
            TakeSlowly(ref at, at + 1);
        }
    }

    /// <summary>Goes back a little from a block that was passed over, to begin afresh.</summary>
    private void StepBack(ref int at)
    {
        if (!_isPassing)
        {
            return;
        }

        at = Math.Max(0, at - Margin);
        for (int i = 0; i < 3 && at > 0 && (_text[at] & 0xC0) == 0x80; i++)
        {
            at--;
        }

        _word = WordScript.None;
        _wordLetters = at > 0 && (_text[at - 1] >= 0x80 || char.IsAsciiLetter((char)_text[at - 1])) ? 2 : 0; // the end of a word is no single letter
        _wordIsTwins = false;
        (_singles, _gap, _run) = (0, 2, 0);
        _isPassing = false;
    }

    /// <summary>Passes over blocks of known characters without a sign, up to the first block of ASCII; tells whether it got there.</summary>
    private bool SkipKnown(ref int at)
    {
        ref byte start = ref MemoryMarshal.GetReference(_text);
        if (!_isPassing)
        {
            _edge = BlockEdge.Of(_wordLetters > 0, _word);
        }

        while (_text.Length - at >= Block + KnownBlock.LookAhead)
        {
            KnownBlock block = KnownBlock.Read(ref Unsafe.Add(ref start, at));
            if (!_edge.TryPass(in block, Unsafe.Add(ref start, at + Block)))
            {
                return false;
            }

            if (!_isPassing)
            {
                EndWord();
                _isPassing = true;
            }

            if (AsciiBlock.HasFullLane(block.Dense))
            {
                TakeRuns(block.Dense, at);
            }

            // Shares of letters that look like no other script's, in English and in Russian.
            _latin += BitOperations.PopCount(block.Ascii) * 5 / 16;
            _foreign += BitOperations.PopCount(block.Cyrillic) * 9 / 32;
            _maySeeTwinWord |= block.Cyrillic != 0;
            _found |= block.Accented != 0 ? DisguiseSigns.Accents : DisguiseSigns.None;
            at += Block;
            if (block.Others == 0)
            {
                _word = _edge.LastScript;
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes over whole blocks of ASCII, and tells where they end.</summary>
    private int SkipAscii(int at)
    {
        ref byte start = ref MemoryMarshal.GetReference(_text);
        int first = at;
        ulong last = _isPassing ? _edge.Singles : 0; // single letters of the block before
        ulong letters = 0;
        while (_text.Length - at >= Block)
        {
            Vector256<byte> low = Vector256.LoadUnsafe(ref start, (nuint)at);
            Vector256<byte> high = Vector256.LoadUnsafe(ref start, (nuint)(at + 32));
            if ((low | high).ExtractMostSignificantBits() != 0)
            {
                break;
            }

            letters = AsciiBlock.Letters(low) | ((ulong)AsciiBlock.Letters(high) << 32);
            ulong unbroken = ~(AsciiBlock.Spaces(low) | ((ulong)AsciiBlock.Spaces(high) << 32));

            // At an edge a letter is taken for a single one. Prose hardly has two of them side by side, nor 16 bytes without a space.
            ulong singles = letters & ~(letters << 1) & ~(letters >> 1);
            ulong pairs = singles & ((singles << 2) | (last >> 62));
            if (pairs != 0 || AsciiBlock.HasFullLane(unbroken))
            {
                TakeSigns(singles, last, unbroken, at);
            }

            if (at == first)
            {
                Enter((letters & 1) != 0);
            }

            last = singles;
            at += Block;
        }

        if (at > first)
        {
            _latin += (at - first) / 4; // of English text about a quarter are letters that look like no other script's
            _word = (letters >> 63) != 0 ? WordScript.Latin : WordScript.None;
            _wordLetters = 0;
            _edge = BlockEdge.OfAscii(letters, last);
            _isPassing = true;
        }

        return at;
    }

    /// <summary>Comes from a word of another script into ASCII.</summary>
    private void Enter(bool isLetter)
    {
        if ((_word & Foreign) != WordScript.None)
        {
            _found |= isLetter ? DisguiseSigns.Letters : DisguiseSigns.None;
            EndWord();
        }
    }

    private void TakeSigns(ulong singles, ulong last, ulong unbroken, int at)
    {
        ulong seam = (last >> 32) | (singles << 32);
        ulong four = (singles & (singles << 2) & (singles << 4) & (singles << 6)) | (seam & (seam << 2) & (seam << 4) & (seam << 6));
        _found |= four != 0 ? DisguiseSigns.Letters : DisguiseSigns.None;
        TakeRuns(unbroken, at);
    }

    private void TakeRuns(ulong unbroken, int at)
    {
        for (int lane = 0; lane < Block; lane += Lane)
        {
            bool isFull = ((unbroken >> lane) & 0xFFFF) == 0xFFFF;
            _found |= isFull && EncodedRun.IsAround(_text, at + lane) ? DisguiseSigns.Encoded : DisguiseSigns.None;
        }
    }

    private void TakeSlowly(ref int at, int until)
    {
        ReadOnlySpan<byte> text = _text;
        ReadOnlySpan<CharacterKind> kinds = _table.Kinds;
        while (at < until)
        {
            int lead = text[at];
            if (lead < 0x80)
            {
                _run = EncodedRun.IsLetter((byte)lead) ? _run + 1 : 0;
                if (_run == Lane && EncodedRun.IsAround(text, at))
                {
                    _found |= DisguiseSigns.Encoded;
                }

                at++;
                Take(kinds[lead]);
                continue;
            }

            _run = 0;
            int first = at;
            CharacterKind kind = Next(text, kinds, ref at);
            if ((kind & Accented) == Accented && IsAccent(text[first..at]))
            {
                _found |= DisguiseSigns.Accents;
                kind &= ~CharacterKind.Plain;
            }

            Take(kind);
            if ((kind & (CharacterKind.Letter | CharacterKind.Plain)) == CharacterKind.Letter)
            {
                TakeAlike(kind & ~CharacterKind.Twin, text, kinds, ref at);
            }
        }
    }

    /// <summary>Takes letters of the same script in one go: most of a text that is not Latin.</summary>
    private void TakeAlike(CharacterKind alike, ReadOnlySpan<byte> text, ReadOnlySpan<CharacterKind> kinds, ref int at)
    {
        int letters = 0;
        int twins = 0;
        while (at < text.Length && text[at] >= 0x80)
        {
            int next = at;
            CharacterKind kind = Next(text, kinds, ref next);
            if ((kind & ~CharacterKind.Twin) != alike)
            {
                break;
            }

            letters++;
            twins += (int)(kind & CharacterKind.Twin) / (int)CharacterKind.Twin;
            at = next;
        }

        _wordLetters += letters;
        _wordIsTwins &= twins == letters;
        bool isLatin = (alike & CharacterKind.Latin) != CharacterKind.None;
        _latin += isLatin ? letters - twins : 0;
        _foreign += isLatin ? 0 : letters - twins;
    }

    /// <summary>The kind of a character outside ASCII. The usual lengths are read here, because asking the runtime costs more than all the rest.</summary>
    private readonly CharacterKind Next(ReadOnlySpan<byte> text, ReadOnlySpan<CharacterKind> kinds, ref int at)
    {
        int lead = text[at];
        if (text.Length - at >= 3)
        {
            int second = text[at + 1] ^ 0x80;
            int third = text[at + 2] ^ 0x80;
            if (lead is >= 0xC2 and <= 0xDF && second < 0x40)
            {
                at += 2;
                return kinds[((lead & 0x1F) << 6) | second];
            }

            int code = ((lead & 0x0F) << 12) | (second << 6) | third;
            if ((lead & 0xF0) == 0xE0 && (second | third) < 0x40 && code >= 0x800 && !char.IsSurrogate((char)code))
            {
                at += 3;
                return kinds[code];
            }
        }

        _ = Rune.DecodeFromUtf8(text[at..], out Rune rune, out int consumed);
        at += consumed;
        return _table.KindOf(rune.Value);
    }

    private static bool IsAccent(ReadOnlySpan<byte> character) =>
        Rune.DecodeFromUtf8(character, out Rune rune, out _) == System.Buffers.OperationStatus.Done && AccentFolding.Covers(rune.Value);

    private void Take(CharacterKind kind)
    {
        if ((kind & CharacterKind.Plain) != CharacterKind.None)
        {
            _found |= DisguiseSigns.Letters;
        }

        if ((kind & CharacterKind.Letter) == CharacterKind.None)
        {
            if ((kind & CharacterKind.Mark) == CharacterKind.None)
            {
                EndWord();
                _gap++;
            }

            return;
        }

        if (_wordLetters == 0)
        {
            _singles = _gap == 1 ? _singles : 0;
            _wordIsTwins = true;
        }

        _gap = 0;
        _wordLetters++;
        var script = (WordScript)(kind & CharacterKind.Scripts);
        _word |= script;
        bool isTwin = (kind & CharacterKind.Twin) != CharacterKind.None;
        _wordIsTwins &= isTwin;
        _latin += script == WordScript.Latin && !isTwin ? 1 : 0;
        _foreign += script != WordScript.Latin && !isTwin ? 1 : 0;
        if ((_word & (_word - 1)) != WordScript.None)
        {
            _found |= DisguiseSigns.Letters;
        }
    }

    private void EndWord()
    {
        if (_wordLetters == 0)
        {
            return;
        }

        _sawTwinWord |= _wordIsTwins && (_word & Foreign) != WordScript.None;
        _singles = _wordLetters == 1 ? _singles + 1 : 0;
        if (_singles == SingleLetters)
        {
            _found |= DisguiseSigns.Letters;
        }

        _word = WordScript.None;
        _wordLetters = 0;
    }
}
