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
/// words that mix scripts, four single letters in a row with one character between them, and 32 letters of base64 without a break.
/// Base64 is seen when 16 letters of it stand in one block of 64 without a plus, hyphen or underscore between: of 32 that is nearly always so.
/// </remarks>
internal ref struct DisguiseScan
{
    private const int Block = 64;
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
        ref byte start = ref MemoryMarshal.GetReference(_text);
        int at = 0;
        while (at < _text.Length)
        {
            if (_text.Length - at >= Block)
            {
                Vector256<byte> low = Vector256.LoadUnsafe(ref start, (nuint)at);
                Vector256<byte> high = Vector256.LoadUnsafe(ref start, (nuint)(at + 32));
                if ((low | high).ExtractMostSignificantBits() == 0)
                {
                    TakeAscii(Letters(low) | ((ulong)Letters(high) << 32), Others(low) | ((ulong)Others(high) << 32), at);
                    at += Block;
                    continue;
                }
            }

            TakeSlowly(ref at, Math.Min(_text.Length, at + Block));
        }

        EndWord();
        if (_latin > _foreign)
        {
            _found |= DisguiseSigns.MostlyLatin | (_sawTwinWord ? DisguiseSigns.Letters : DisguiseSigns.None);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Letters(Vector256<byte> block)
    {
        Vector256<sbyte> lower = (block | Vector256.Create((byte)0x20)).AsSByte();
        return (Vector256.GreaterThan(lower, Vector256.Create((sbyte)('a' - 1)))
            & Vector256.LessThan(lower, Vector256.Create((sbyte)('z' + 1)))).ExtractMostSignificantBits();
    }

    /// <summary>Slash to nine: most of the other characters of base64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Others(Vector256<byte> block)
    {
        Vector256<sbyte> signed = block.AsSByte();
        return (Vector256.GreaterThan(signed, Vector256.Create((sbyte)('/' - 1)))
            & Vector256.LessThan(signed, Vector256.Create((sbyte)('9' + 1)))).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the loop of an English prompt is this
    private void TakeAscii(ulong letters, ulong others, int at)
    {
        if ((_word & Foreign) != WordScript.None)
        {
            _found |= (letters & 1) != 0 ? DisguiseSigns.Letters : DisguiseSigns.None;
            EndWord();
        }

        // At an edge a letter is taken for a single one; the halves of two neighbouring blocks are looked at together.
        ulong singles = letters & ~(letters << 1) & ~(letters >> 1);
        ulong seam = (_lastSingles >> 32) | (singles << 32);
        ulong four = singles & (singles << 2) & (singles << 4) & (singles << 6);
        four |= seam & (seam << 2) & (seam << 4) & (seam << 6);
        ulong runs = letters | others;
        runs &= runs >> 1;
        runs &= runs >> 2;
        runs &= runs >> 4;
        if (four != 0 || (runs & (runs >> 8)) != 0)
        {
            TakeSigns(four, runs, at);
        }

        _lastSingles = singles;

        _latin += BitOperations.PopCount(letters);
        _word = (letters >> 63) != 0 ? WordScript.Latin : WordScript.None;
        _wordLetters = (int)(letters >> 63) * 2; // what stands at the edge counts as part of a longer word
    }

    private void TakeSigns(ulong four, ulong runs, int at)
    {
        _found |= four != 0 ? DisguiseSigns.Letters : DisguiseSigns.None;
        runs &= runs >> 8;
        if (runs != 0 && EncodedRun.IsAround(_text, at + BitOperations.TrailingZeroCount(runs)))
        {
            _found |= DisguiseSigns.Encoded;
        }
    }

    private void TakeSlowly(ref int at, int until)
    {
        if (_lastSingles != 0)
        {
            TakeOver();
        }

        int run = 0;
        while (at < until)
        {
            int code = _text[at];
            int consumed = 1;
            if (code >= 0x80)
            {
                _ = Rune.DecodeFromUtf8(_text[at..], out Rune rune, out consumed);
                code = rune.Value;
            }

            run = EncodedRun.IsLetter(_text[at]) ? run + 1 : 0;
            if (run == EncodedRun.Shortest / 2 && EncodedRun.IsAround(_text, at))
            {
                _found |= DisguiseSigns.Encoded;
            }

            at += consumed;
            Take(_table.KindOf(code));
        }
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
