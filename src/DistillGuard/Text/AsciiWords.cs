// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Text;

/// <summary>Reads runs of plain ASCII words, 64 bytes at a time: the words of English text without a step for every letter.</summary>
/// <remarks>Oracle: the letter-by-letter reader in the tests. Benchmark: PieceReaderBenchmarks.</remarks>
internal static class AsciiWords
{
    private const int Block = 64;
    private const int LongestWord = 16;
    private const int Reach = Block + LongestWord; // a word that begins in the block ends in reach
    private const ulong LowerCase = 0x2020202020202020;

    // Place i holds the mask of the lowest i - 8 bytes: at a word's length stands the mask of its second 8 bytes, 8 further that of its first.
    private static ReadOnlySpan<ulong> Masks =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0,
        0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF, 0xFF_FFFF_FFFF_FFFF, ulong.MaxValue,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
    ];

    /// <summary>Adds the words from a place on, as long as they are easy.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="at">Where a word or something else begins, in ASCII.</param>
    /// <param name="hash">The deployment's hash.</param>
    /// <param name="sentence">Where the words go.</param>
    /// <returns>
    /// The place of the first thing that takes a closer look, or the end of the text: a character that is not ASCII or may open or be a slot, a
    /// mark that may end a sentence or not, a word that touches one of those, a word longer than 16 letters.
    /// </returns>
    public static int Read(ReadOnlySpan<byte> text, int at, in PieceHash hash, ref SentencePieces sentence)
    {
        while (text.Length - at >= Reach)
        {
            at += ReadBlock(text.Slice(at, Reach), Block, in hash, ref sentence, out bool isHard);
            if (isHard)
            {
                return at;
            }
        }

        Span<byte> tail = stackalloc byte[Reach];
        while (at < text.Length)
        {
            ReadOnlySpan<byte> rest = text[at..];
            rest.CopyTo(tail);
            tail[rest.Length..].Clear();
            at += ReadBlock(tail, Math.Min(rest.Length, Block), in hash, ref sentence, out bool isHard);
            if (isHard)
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Reads the words of a block, and tells how far: to its end, to a word that goes on behind it, or to something hard.</summary>
    private static int ReadBlock(
        scoped ReadOnlySpan<byte> reach, int length, in PieceHash hash, ref SentencePieces sentence, out bool isHard)
    {
        var first = Vector256.Create(reach);
        var second = Vector256.Create(reach[Vector256<byte>.Count..]);
        ulong letters = Letters(first) | ((ulong)Letters(second) << 32);
        ulong stops = Stops(first) | ((ulong)Stops(second) << 32);
        ulong begins = letters & ~(letters << 1);

        // A bit of these is set where as many letters begin.
        ulong two = letters & (letters >> 1);
        ulong four = two & (two >> 2);
        ulong eight = four & (four >> 4);
        ulong seventeen = eight & (eight >> 8) & (eight >> 9);
        stops |= seventeen & begins;
        if (length < Block)
        {
            stops |= 1UL << length;
        }
        else if (letters >> (Block - 1) != 0 && !EndsWord(reach[Block..]))
        {
            stops |= 1UL << (Block - BitOperations.LeadingZeroCount(~letters));
        }

        SentenceSum sum = sentence.Sum;
        while (true)
        {
            int stop = BitOperations.TrailingZeroCount(stops);
            ulong before = (stops & (0 - stops)) - 1;
            bool isWhole = stop == Block || EndsWord(reach[stop..]);
            if (!isWhole)
            {
                isHard = ((letters & ~seventeen) >> stop & 1) == 0;
                stop -= BitOperations.LeadingZeroCount(~((letters & before) << (Block - stop)));
                before = (1UL << stop) - 1;
            }
            else
            {
                isHard = stop < Block;
            }

            sum.HalfWords += 2 * BitOperations.PopCount(begins & before);
            Add(reach, four & before, in hash, ref sum, sentence.Items);
            bool ends = false;
            if (!isWhole || stop == Block || !IsPlain(reach[stop..], isFirst: stop == 0, out ends))
            {
                sentence.Sum = sum;
                return stop;
            }

            if (ends)
            {
                sentence.Sum = sum;
                sentence.End();
                sum = default;
            }

            begins &= ~before;
            four &= ~before;
            stops &= stops - 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // the loop around it is once a sentence: PieceReaderBenchmarks
    private static void Add(scoped ReadOnlySpan<byte> reach, ulong fours, in PieceHash hash, ref SentenceSum sum, Span<ulong> items)
    {
        while (fours != 0)
        {
            int start = BitOperations.TrailingZeroCount(fours);
            ulong others = fours + (fours & (0 - fours)); // the carry runs through the word
            int length = BitOperations.TrailingZeroCount(others & ~fours) + 3 - start;
            fours &= others;
            ReadOnlySpan<byte> word = reach.Slice(start, LongestWord);
            ReadOnlySpan<ulong> masks = Masks.Slice(length, sizeof(ulong) + 1);
            ulong low = (BinaryPrimitives.ReadUInt64LittleEndian(word) | LowerCase) & masks[sizeof(ulong)];
            ulong high = (BinaryPrimitives.ReadUInt64LittleEndian(word[sizeof(ulong)..]) | LowerCase) & masks[0];
            sum.Add(hash.Block(low, high, hash.Seed) & ~SentenceSum.PairBit, items);
        }
    }

    // Line ends, and the other marks where it takes no closer look to tell whether they end a sentence. Before a full stop at the very beginning
    // a character of another script may stand.
    private static bool IsPlain(ReadOnlySpan<byte> stop, bool isFirst, out bool ends)
    {
        ends = stop[0] is (byte)'\n' or (byte)'\r'
            || (stop[0] is (byte)'.' or (byte)'?' or (byte)':' or (byte)'!' && stop[1] is (byte)' ' or (byte)'\n');
        return ends || (!isFirst && stop[0] == '.' && char.IsAsciiLetterOrDigit((char)stop[1]));
    }

    // Letters and apostrophes go on with the word, perhaps; so do characters that are not ASCII. What stands before :// is no word.
    private static bool EndsWord(ReadOnlySpan<byte> next) => next[0] switch
    {
        >= 0x80 or (byte)'\'' => false,
        (byte)':' => !PieceSlots.IsAddress(next),
        _ => !char.IsAsciiLetter((char)next[0]),
    };

    private static uint Letters(Vector256<byte> block) =>
        Vector256.LessThanOrEqual((block | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)('z' - 'a')))
            .ExtractMostSignificantBits();

    private static uint Stops(Vector256<byte> block)
    {
        Vector256<byte> stops = Vector256.Equals(block, Vector256.Create((byte)'\n'))
            | Vector256.Equals(block, Vector256.Create((byte)'\r'))
            | Vector256.LessThanOrEqual(block - Vector256.Create((byte)'!'), Vector256.Create((byte)('"' - '!')))
            | Vector256.Equals(block, Vector256.Create((byte)'\''))
            | Vector256.Equals(block, Vector256.Create((byte)'.'))
            | Vector256.Equals(block, Vector256.Create((byte)':'))
            | Vector256.Equals(block, Vector256.Create((byte)'?'))
            | Vector256.Equals(block, Vector256.Create((byte)'`'))
            | block; // the highest bit of what is not ASCII
        return stops.ExtractMostSignificantBits();
    }
}
