// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace DistillGuard.Text;

/// <summary>Counts runes, words, lines, digits and scripts of UTF-8 text: 32 ASCII bytes at a time, other text rune by rune.</summary>
/// <remarks>Oracle: a rune-by-rune count in the tests. Benchmark: PromptFeatureBenchmarks.</remarks>
internal static class TextCounter
{
    public static void Add(ReadOnlySpan<byte> text, ref TextCounts counts)
    {
        counts.Bytes += text.Length;
        bool inWord = false;
        while (!text.IsEmpty)
        {
            int ascii = AddAsciiBlocks(text, ref counts, ref inWord);
            text = text[ascii..];
            text = text[AddRunes(text, ref counts, ref inWord)..];
        }
    }

    private static int AddAsciiBlocks(ReadOnlySpan<byte> text, ref TextCounts counts, ref bool inWord)
    {
        int start = 0;
        int letters = 0;
        uint carry = inWord ? 1u : 0u;
        for (; text.Length - start >= Vector256<byte>.Count; start += Vector256<byte>.Count)
        {
            Vector256<byte> block = Vector256.Create(text.Slice(start, Vector256<byte>.Count));
            if (block.ExtractMostSignificantBits() != 0)
            {
                break;
            }

            uint letterMask = InRange(block | Vector256.Create((byte)0x20), (byte)'a', (byte)'z');
            uint digitMask = InRange(block, (byte)'0', (byte)'9');
            uint wordMask = letterMask | digitMask;
            letters += BitOperations.PopCount(letterMask);
            counts.Digits += BitOperations.PopCount(digitMask);
            counts.LineFeeds += BitOperations.PopCount(Vector256.Equals(block, Vector256.Create((byte)'\n')).ExtractMostSignificantBits());
            counts.Words += BitOperations.PopCount(wordMask & ~((wordMask << 1) | carry));
            carry = wordMask >> 31;
        }

        inWord = carry != 0;
        counts.Runes += start;
        counts.AddLetters(ScriptClass.Latin, letters);
        return start;
    }

    // Goes on until the next block could be pure ASCII again; decodes at least one rune if there is any.
    private static int AddRunes(ReadOnlySpan<byte> text, ref TextCounts counts, ref bool inWord)
    {
        int start = 0;
        while (start < text.Length)
        {
            int length = 1;
            if (text[start] < 0x80)
            {
                AddAscii(text[start], ref counts, ref inWord);
            }
            else
            {
                _ = Rune.DecodeFromUtf8(text[start..], out Rune rune, out length);
                AddRune(rune, ref counts, ref inWord);
            }

            counts.Runes++;
            start += length;
            if (start % Vector256<byte>.Count == 0 && IsAsciiBlock(text[start..]))
            {
                break;
            }
        }

        return start;
    }

    private static bool IsAsciiBlock(ReadOnlySpan<byte> text) =>
        text.Length >= Vector256<byte>.Count && Ascii.IsValid(text[..Vector256<byte>.Count]);

    private static void AddAscii(byte value, ref TextCounts counts, ref bool inWord)
    {
        bool isLetter = char.IsAsciiLetter((char)value);
        bool isDigit = char.IsAsciiDigit((char)value);
        counts.LineFeeds += value == '\n' ? 1 : 0;
        counts.Digits += isDigit ? 1 : 0;
        counts.AddLetters(ScriptClass.Latin, isLetter ? 1 : 0);
        counts.Words += (isLetter || isDigit) && !inWord ? 1 : 0;
        inWord = isLetter || isDigit;
    }

    private static void AddRune(Rune rune, ref TextCounts counts, ref bool inWord)
    {
        ScriptClass script = Scripts.Of(rune);
        if (script == ScriptClass.None)
        {
            inWord = inWord && Scripts.IsMark(rune);
            return;
        }

        bool isWordAlone = script is ScriptClass.Han or ScriptClass.Kana;
        counts.AddLetters(script, 1);
        counts.Words += isWordAlone || !inWord ? 1 : 0;
        inWord = !isWordAlone;
    }

    private static uint InRange(Vector256<byte> block, byte first, byte last) =>
        Vector256.LessThanOrEqual(block - Vector256.Create(first), Vector256.Create((byte)(last - first)))
            .ExtractMostSignificantBits();
}
