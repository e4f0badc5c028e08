// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Text;

/// <summary>Reads runs of plain ASCII words, 64 bytes at a time: the words of English text without a step for every letter.</summary>
/// <remarks>
/// Where words and sentences end in a text not seen before cannot be foretold, so hardly a branch depends on it: masks of 64 bits say where each is, all content words of
/// a block are hashed in one loop of few turns, and what a sentence adds up to is the difference of two of the running sums.
/// Oracle: the letter-by-letter reader in the tests. Benchmarks: PieceReaderBenchmarks, UnseenTextBenchmarks.
/// </remarks>
internal static class AsciiWords
{
    private const int Block = 64;
    private const int LongestWord = 16;
    private const int Reach = Block + LongestWord; // 16 bytes can be read from every place of the block, and from the one behind it
    private const int Turn = 4; // words hashed in one turn of the loop
    private const int MostContents = (Block / (SentencePieces.ContentLetters + 1)) + 1;
    private const int RoomForSums = 1 + ((MostContents + Turn - 1) / Turn * Turn);
    private const ulong LastPlace = 1UL << (Block - 1);
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
    [SkipLocalsInit] // what was not written is not read
    public static int Read(ReadOnlySpan<byte> text, int at, in PieceHash hash, ref SentencePieces sentence)
    {
        Span<byte> tail = stackalloc byte[Reach];
        Span<ulong> sums = stackalloc ulong[RoomForSums];
        while (at < text.Length)
        {
            scoped ReadOnlySpan<byte> rest = text[at..];
            ulong end = 0;
            if (rest.Length < Reach)
            {
                rest.CopyTo(tail);
                tail[rest.Length..].Clear();
                end = rest.Length < Block ? 1UL << rest.Length : 0;
                rest = tail;
            }

            at += ReadBlock(rest[..Reach], end, in hash, sums, ref sentence, out bool isHard);
            if (isHard)
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Reads the words of a block, and tells how far: to the word or mark that touches its end, or to something hard.</summary>
    /// <param name="reach">The block and what lies behind it.</param>
    /// <param name="end">The bit of the place where the text ends; 0 when it is longer than the block.</param>
    /// <param name="hash">The deployment's hash.</param>
    /// <param name="sums">Room to work in.</param>
    /// <param name="sentence">Where the words go.</param>
    /// <param name="isHard">Whether something hard, or the end of the text, comes next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // called in one place; a call a block was a tenth of a short text: PieceReaderBenchmarks
    private static int ReadBlock(
        scoped ReadOnlySpan<byte> reach, ulong end, in PieceHash hash, scoped Span<ulong> sums, ref SentencePieces sentence, out bool isHard)
    {
        var block = Vector512.Create(reach);
        ulong letters = Letters(block);
        ulong begins = letters & ~(letters << 1);

        // A bit of these is set where as many letters begin.
        ulong two = letters & (letters >> 1);
        ulong four = two & (two >> 2);
        ulong eight = four & (four >> 4);
        ulong seventeen = eight & (eight >> 8) & (eight >> 9);

        // Line ends, and the other marks where it takes no closer look to tell whether they end a sentence. Before a full stop at the very beginning
        // a character of another script may stand, and what follows a mark in the last place the next block shows.
        ulong lineFeeds = Are(block, '\n');
        ulong points = Are(block, '.');
        ulong marks = points | Are(block, '?') | Are(block, ':') | Are(block, '!');
        ulong ends = lineFeeds | Are(block, '\r') | (marks & ((Are(block, ' ') | lineFeeds) >> 1));
        ulong inside = points & ~1UL & ((letters | InRange(block, '0', '9')) >> 1);
        ulong stops = (marks & ~ends & ~inside & ~LastPlace) | Others(block) | (seventeen & begins) | end;

        isHard = stops != 0;
        int length = isHard ? LengthBefore(reach, letters, stops) : LengthBeforeLast(letters, marks);
        ulong within = length == 0 ? 0 : ulong.MaxValue >> (Block - length);
        begins &= within;
        four &= within;
        SentenceSum sum = sentence.Sum;
        ulong starts = four & ~(four << 1);
        AddUp(reach, starts, four & ~(four >> 1), in hash, sums);

        int known = 0;
        for (ends &= within; ends != 0; ends &= ends - 1)
        {
            ulong part = ends ^ (ends - 1);
            int contents = BitOperations.PopCount(starts & part);
            sum.Add(sums[contents] - sums[known], contents - known, BitOperations.PopCount(begins & part));
            sentence.Sum = sum;
            sentence.End();
            sum = default;
            known = contents;
            begins &= ~part;
        }

        int all = BitOperations.PopCount(starts);
        sum.Add(sums[all] - sums[known], all - known, BitOperations.PopCount(begins));
        sentence.Sum = sum;
        return length;
    }

    /// <summary>How far the block goes before a mark in its last place, and before the word that touches that or the end.</summary>
    private static int LengthBeforeLast(ulong letters, ulong marks)
    {
        int mark = (int)(marks >> (Block - 1));
        return Block - mark - BitOperations.LeadingZeroCount(~(letters << mark));
    }

    /// <summary>How far the block goes before the first stop, without the word that touches it when that is no end of a word.</summary>
    private static int LengthBefore(ReadOnlySpan<byte> reach, ulong letters, ulong stops)
    {
        int stop = BitOperations.TrailingZeroCount(stops);
        return stop == 0 || EndsWord(reach[stop..]) ? stop : stop - BitOperations.LeadingZeroCount(~(letters << (Block - stop)));
    }

    /// <summary>Hashes content words: at place i of the sums stands that of the first i.</summary>
    /// <param name="reach">The block and what lies behind it.</param>
    /// <param name="starts">Where they begin.</param>
    /// <param name="lasts">Where their last four letters begin.</param>
    /// <param name="hash">The deployment's hash.</param>
    /// <param name="sums">Room for the sums; up to three places more than there are words are written.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddUp(scoped ReadOnlySpan<byte> reach, ulong starts, ulong lasts, in PieceHash hash, scoped Span<ulong> sums)
    {
        ulong sum = 0;
        sums[0] = 0;
        for (int i = 1; starts != 0; i += Turn)
        {
            for (int j = 0; j < Turn; j++)
            {
                int start = BitOperations.TrailingZeroCount(starts);
                int length = BitOperations.TrailingZeroCount(lasts) - start + SentencePieces.ContentLetters;
                starts &= starts - 1;
                lasts &= lasts - 1;
                ReadOnlySpan<byte> word = reach.Slice(start, LongestWord);
                ReadOnlySpan<ulong> masks = Masks.Slice(length, sizeof(ulong) + 1);
                ulong low = (BinaryPrimitives.ReadUInt64LittleEndian(word) | LowerCase) & masks[sizeof(ulong)];
                ulong high = (BinaryPrimitives.ReadUInt64LittleEndian(word[sizeof(ulong)..]) | LowerCase) & masks[0];
                sum += hash.Block(low, high, hash.Seed) & ~SentenceSum.PairBit;
                sums[i + j] = sum;
            }
        }
    }

    // Letters and apostrophes go on with the word, perhaps; so do characters that are not ASCII. What stands before :// is no word.
    private static bool EndsWord(ReadOnlySpan<byte> next) => next[0] switch
    {
        >= 0x80 or (byte)'\'' => false,
        (byte)':' => !PieceSlots.IsAddress(next),
        _ => !char.IsAsciiLetter((char)next[0]),
    };

    private static ulong Letters(Vector512<byte> block) => InRange(block | Vector512.Create((byte)0x20), 'a', 'z');

    /// <summary>Marks that may open or be a slot or part of a word, and what is not ASCII.</summary>
    private static ulong Others(Vector512<byte> block) =>
        Are(block, '"') | Are(block, '\'') | Are(block, '`') | block.ExtractMostSignificantBits();

    private static ulong Are(Vector512<byte> block, char value) => Vector512.Equals(block, Vector512.Create((byte)value)).ExtractMostSignificantBits();

    private static ulong InRange(Vector512<byte> block, char first, char last) =>
        Vector512.LessThanOrEqual(block - Vector512.Create((byte)first), Vector512.Create((byte)(last - first))).ExtractMostSignificantBits();
}
