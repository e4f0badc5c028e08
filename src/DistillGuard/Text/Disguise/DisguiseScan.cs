// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace DistillGuard.Text.Disguise;

/// <summary>Looks for signs of a disguise, in one pass and mostly 64 bytes at a time.</summary>
/// <remarks>
/// A sign costs a second reading and never matches anything by itself, so it may be wrong. Signs are: characters that stand for others,
/// words that mix scripts, four single letters in a row with one character between them, and 32 letters of base64 without a break.
/// </remarks>
internal ref struct DisguiseScan
{
    private const int Block = 64;
    private const int Lane = EncodedRun.Shortest / 2;
    private const int SingleLetters = 4;
    private const WordScript Foreign = WordScript.Cyrillic | WordScript.Greek | WordScript.Other;

    private readonly ReadOnlySpan<byte> _text;
    private readonly LookAlikes _table;
    private DisguiseSigns _found;
    private WordScript _word;
    private int _wordLetters;
    private bool _wordIsTwins;
    private bool _sawTwinWord;
    private ulong _lastSingles;
    private int _singles;
    private int _gap;
    private int _latin;
    private int _foreign;

    private DisguiseScan(ReadOnlySpan<byte> text)
    {
        _text = text;
        _table = LookAlikes.Table;
    }

    /// <summary>The signs in a text.</summary>
    public static DisguiseSigns Look(ReadOnlySpan<byte> text)
    {
        var scan = new DisguiseScan(text);
        scan.Run();
        return scan._found;
    }

    private void Run()
    {
        int at = 0;
        while (at < _text.Length)
        {
            at = SkipAscii(at);
            if (at < _text.Length)
            {
                TakeSlowly(ref at, Math.Min(_text.Length, at + Block));
            }
        }

        EndWord();
        if (_latin > _foreign)
        {
            _found |= DisguiseSigns.MostlyLatin | (_sawTwinWord ? DisguiseSigns.Letters : DisguiseSigns.None);
        }
    }

    /// <summary>Passes over whole blocks of ASCII, and tells where they end.</summary>
    private int SkipAscii(int at)
    {
        ref byte start = ref MemoryMarshal.GetReference(_text);
        int first = at;
        ulong last = 0; // single letters of the block before
        ulong letters = 0;
        while (_text.Length - at >= Block)
        {
            Vector256<byte> low = Vector256.LoadUnsafe(ref start, (nuint)at);
            Vector256<byte> high = Vector256.LoadUnsafe(ref start, (nuint)(at + 32));
            if ((low | high).ExtractMostSignificantBits() != 0)
            {
                break;
            }

            letters = Letters(low) | ((ulong)Letters(high) << 32);
            ulong unbroken = ~(Spaces(low) | ((ulong)Spaces(high) << 32));

            // At an edge a letter is taken for a single one. Prose hardly has two of them side by side, nor 16 bytes without a space.
            ulong singles = letters & ~(letters << 1) & ~(letters >> 1);
            ulong pairs = singles & ((singles << 2) | (last >> 62));
            if (pairs != 0 || HasFullLane(unbroken))
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
            _wordLetters = (int)(letters >> 63) * 2; // what stands at the edge counts as part of a longer word
            _lastSingles = last;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Letters(Vector256<byte> block)
    {
        Vector256<sbyte> lower = (block | Vector256.Create((byte)0x20)).AsSByte();
        return (Vector256.GreaterThan(lower, Vector256.Create((sbyte)('a' - 1)))
            & Vector256.LessThan(lower, Vector256.Create((sbyte)('z' + 1)))).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Spaces(Vector256<byte> block) =>
        Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)'!')).ExtractMostSignificantBits();

    /// <summary>Whether one of the four aligned groups of sixteen bits is full: a run of 32 always fills one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasFullLane(ulong bits) => ((~bits - 0x0001_0001_0001_0001) & bits & 0x8000_8000_8000_8000) != 0;

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
        ulong four = singles & (singles << 2) & (singles << 4) & (singles << 6);
        four |= seam & (seam << 2) & (seam << 4) & (seam << 6);
        _found |= four != 0 ? DisguiseSigns.Letters : DisguiseSigns.None;
        for (int lane = 0; lane < Block; lane += Lane)
        {
            bool isFull = ((unbroken >> lane) & 0xFFFF) == 0xFFFF;
            _found |= isFull && EncodedRun.IsAround(_text, at + lane) ? DisguiseSigns.Encoded : DisguiseSigns.None;
        }
    }

    private void TakeSlowly(ref int at, int until)
    {
        if (_lastSingles != 0)
        {
            TakeOver();
        }

        ReadOnlySpan<byte> text = _text;
        ReadOnlySpan<CharacterKind> kinds = _table.Kinds;
        int run = 0;
        while (at < until)
        {
            int lead = text[at];
            if (lead < 0x80)
            {
                run = EncodedRun.IsLetter((byte)lead) ? run + 1 : 0;
                if (run == Lane && EncodedRun.IsAround(text, at))
                {
                    _found |= DisguiseSigns.Encoded;
                }

                at++;
                Take(kinds[lead]);
                continue;
            }

            run = 0;
            CharacterKind kind = Next(text, kinds, ref at);
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

    /// <summary>Goes on from a block with the single letters that it ended with.</summary>
    private void TakeOver()
    {
        bool endsWithLetter = (_lastSingles >> 63) != 0;
        ulong rest = endsWithLetter ? _lastSingles << 2 : _lastSingles << 1;
        _singles = 0;
        while ((rest >> 63) != 0)
        {
            _singles++;
            rest <<= 2;
        }

        _wordLetters = endsWithLetter ? 1 : _wordLetters;
        _gap = endsWithLetter ? 0 : 1;
        _lastSingles = 0;
    }

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
