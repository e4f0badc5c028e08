// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace DistillGuard.Text;

/// <summary>Counts runes, words, lines, digits and scripts of UTF-8 text: 32 ASCII bytes at a time, 64 where the commonest scripts are mixed, other text rune by rune.</summary>
/// <remarks>Oracle: a rune-by-rune count in the tests. Benchmark: PromptFeatureBenchmarks.</remarks>
internal static class TextCounter
{
    // After how many runes it is worth trying whole blocks again: soon where they went well, later where the script is not one they know.
    private const int FewestMixed = 12;
    private const int LongestCharacter = 4;
    private const int FewRunes = 1;
    private const int ManyRunes = 48;

    public static void Add(ReadOnlySpan<byte> text, ref TextCounts counts)
    {
        counts.Bytes += text.Length;
        bool inWord = false;
        while (!text.IsEmpty)
        {
            int ascii = AddAsciiBlocks(text, ref counts, ref inWord);
            text = text[ascii..];
            int mixed = 0;
            int block = 0;
            while (!Ascii.IsValid(text[mixed..Math.Min(text.Length, mixed + Vector256<byte>.Count)]))
            {
                block = MixedBlock.Add(text[mixed..], ref counts, ref inWord);
                mixed += block;
                if (block <= MixedBlock.Bytes - LongestCharacter)
                {
                    break;
                }
            }

            text = text[mixed..];
            if (!IsAsciiBlock(text))
            {
                text = text[AddRunes(text, block >= FewestMixed ? FewRunes : ManyRunes, ref counts, ref inWord)..];
            }
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

    // Goes on for as many runes as are asked for, or until the next block could be pure ASCII again. Everything is counted in
    // registers; letters of one script mostly follow each other and are added when the script changes.
    private static int AddRunes(ReadOnlySpan<byte> text, int most, ref TextCounts counts, ref bool inWord)
    {
        int start = 0;
        int runes = 0;
        int words = 0;
        int run = 0;
        int runScript = 0;
        bool wasWord = inWord;
        while (start < text.Length)
        {
            byte entry = text[start] < 0x80
                ? CountAscii(text[start++], ref counts)
                : Scripts.Look(text, ref start);
            int script = entry & Scripts.ScriptMask;
            bool isAlone = (entry & Scripts.Alone) != 0;
            words += isAlone || ((entry & Scripts.Word) != 0 && !wasWord) ? 1 : 0;
            wasWord = !isAlone && ((entry & Scripts.Word) != 0 || ((entry & Scripts.Mark) != 0 && wasWord));
            if (script != runScript && script != 0)
            {
                counts.AddLetters((ScriptClass)runScript, run);
                runScript = script;
                run = 0;
            }

            run += script != 0 ? 1 : 0;
            runes++;
            if (runes >= most || (start % Vector256<byte>.Count == 0 && IsAsciiBlock(text[start..])))
            {
                break;
            }
        }

        counts.AddLetters((ScriptClass)runScript, run);
        counts.Runes += runes;
        counts.Words += words;
        inWord = wasWord;
        return start;
    }

    private static bool IsAsciiBlock(ReadOnlySpan<byte> text) =>
        text.Length >= Vector256<byte>.Count && Ascii.IsValid(text[..Vector256<byte>.Count]);

    private static byte CountAscii(byte value, ref TextCounts counts)
    {
        if (value > '9')
        {
            return Scripts.OfAscii(value);
        }

        counts.LineFeeds += value == '\n' ? 1 : 0;
        counts.Digits += value >= '0' ? 1 : 0;
        return value >= '0' ? Scripts.Word : (byte)0;
    }

    private static uint InRange(Vector256<byte> block, byte first, byte last) =>
        Vector256.LessThanOrEqual(block - Vector256.Create(first), Vector256.Create((byte)(last - first)))
            .ExtractMostSignificantBits();
}
