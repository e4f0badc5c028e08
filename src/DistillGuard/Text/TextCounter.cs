// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace DistillGuard.Text;

/// <summary>Counts runes, words, lines, digits and scripts of UTF-8 text: 64 bytes at a time where it is ASCII or the commonest scripts are mixed, other text rune by rune.</summary>
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

    // Whole blocks, and the end of the text when it is ASCII too.
    private static int AddAsciiBlocks(ReadOnlySpan<byte> text, ref TextCounts counts, ref bool inWord)
    {
        var sum = default(AsciiSum);
        sum.Carry = inWord ? 1UL : 0;
        int start = 0;
        for (; text.Length - start >= Vector512<byte>.Count; start += Vector512<byte>.Count)
        {
            Vector512<byte> block = Vector512.Create(text[start..]);
            if (block.ExtractMostSignificantBits() != 0)
            {
                break;
            }

            sum.Add(block);
        }

        ReadOnlySpan<byte> rest = text[start..];
        if (rest.Length >= Vector512<byte>.Count || !Ascii.IsValid(rest))
        {
            rest = IsAsciiBlock(rest) ? rest[..Vector256<byte>.Count] : default;
        }

        if (!rest.IsEmpty)
        {
            Span<byte> last = stackalloc byte[Vector512<byte>.Count];
            last.Clear();
            rest.CopyTo(last);
            sum.Add(Vector512.Create<byte>(last));
            sum.Carry = char.IsAsciiLetterOrDigit((char)rest[^1]) ? 1UL : 0;
            start += rest.Length;
        }

        inWord = sum.Carry != 0;
        counts.Digits += sum.Digits;
        counts.LineFeeds += sum.LineFeeds;
        counts.Words += sum.Words;
        counts.Runes += start;
        counts.AddLetters(ScriptClass.Latin, sum.Letters);
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

    // In registers while blocks are counted.
    private struct AsciiSum
    {
        public ulong Carry;
        public int Letters;
        public int Digits;
        public int LineFeeds;
        public int Words;

        [MethodImpl(MethodImplOptions.AggressiveInlining)] // PromptFeatureBenchmarks
        public void Add(Vector512<byte> block)
        {
            ulong letters = InRange(block | Vector512.Create((byte)0x20), (byte)'a', (byte)'z');
            ulong digits = InRange(block, (byte)'0', (byte)'9');
            ulong words = letters | digits;
            Letters += BitOperations.PopCount(letters);
            Digits += BitOperations.PopCount(digits);
            LineFeeds += BitOperations.PopCount(Vector512.Equals(block, Vector512.Create((byte)'\n')).ExtractMostSignificantBits());
            Words += BitOperations.PopCount(words & ~((words << 1) | Carry));
            Carry = words >> 63;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ulong InRange(Vector512<byte> block, byte first, byte last) =>
            Vector512.LessThanOrEqual(block - Vector512.Create(first), Vector512.Create((byte)(last - first)))
                .ExtractMostSignificantBits();
    }
}
