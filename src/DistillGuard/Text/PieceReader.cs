// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace DistillGuard.Text;

/// <summary>
/// Cuts text into sentences and hashes what is left of each when its filling falls away: numbers, quotations, code, addresses, case,
/// accents, punctuation, short words and the order of words. Two prompts of one template share pieces whatever fills its slots.
/// </summary>
/// <remarks>
/// <para>
/// Letters are folded by <see cref="LetterTable"/>. A word is a run of letters; accents are passed over, and so is an apostrophe behind a
/// letter. Chinese characters and kana stand alone, each half a word. A sentence counts when it has 5 to 100 words, and among them at least
/// three content words: words of four letters or more, and pairs of neighbouring characters that stand alone. Its piece is the hash of the sum
/// of their keyed hashes, so their order does not matter. <see cref="SentencePieces"/> says which pieces a text has beside those of its sentences.
/// </para>
/// <para>
/// Line ends and the full stops of scripts that have their own end a sentence; other full stops, question marks and colons do when white space
/// or the end of the text follows, closing marks passed over, or when a character that stands alone is their neighbour.
/// Quotations (<see cref="QuoteMarks"/>), code between back-ticks and addresses with a scheme are passed over, and end no sentence.
/// </para>
/// <para>
/// Of a text of more than 32 KB the first and the last 16 KB are read, without the sentences that are cut. One pass, no allocation. Immutable;
/// safe on any thread. Oracle: the slow reader in the tests. Benchmark: PieceReaderBenchmarks.
/// </para>
/// </remarks>
internal sealed class PieceReader
{
    /// <summary>Bytes read at either end of a text that is longer than both together.</summary>
    public const int EndBytes = 16 * 1024;

    private const int WordBytes = 4 * PieceHash.BlockBytes; // of a longer word, so many at a time
    private const ushort PlainApostrophe = LetterTable.FirstQuote + QuoteMarks.PlainSingle;

    private readonly PieceHash _hash;

    /// <summary>Makes a reader.</summary>
    /// <param name="secret">The deployment's secret, at least 16 bytes: without it nobody can test a snapshot for a sentence.</param>
    public PieceReader(ReadOnlySpan<byte> secret) => _hash = new PieceHash(secret);

    /// <summary>Adds the pieces of a text.</summary>
    public void Read(ReadOnlySpan<byte> text, ref PieceList pieces)
    {
        var sentence = new SentencePieces(_hash, ref pieces);
        if (text.Length <= 2 * EndBytes)
        {
            Scan(text, ref sentence);
        }
        else
        {
            Scan(text[..EndBytes], ref sentence);
            sentence.BeginUnseen();
            Scan(text[^EndBytes..], ref sentence);
        }

        sentence.End();
        sentence.EndText();
    }

    /// <summary>Hashes a text as it stands, all of it, together with what came before it.</summary>
    public ulong Hash(ReadOnlySpan<byte> text, ulong before) => _hash.Text(text, before);

    [SkipLocalsInit] // what was not written is not read; clearing it costs a tenth of a short text: PieceReaderBenchmarks
    private void Scan(ReadOnlySpan<byte> text, ref SentencePieces sentence)
    {
        Span<byte> word = stackalloc byte[WordBytes + PieceHash.BlockBytes];
        Span<int> unclosed = stackalloc int[QuoteMarks.Count];
        unclosed.Clear();
        int at = 0;
        while (at < text.Length)
        {
            if (IsAscii(text[at..]))
            {
                at = AsciiWords.Read(text, at, in _hash, ref sentence);
                if (at == text.Length)
                {
                    return;
                }
            }

            int start = at;
            ushort entry = LetterTable.Look(text, ref at);
            if (entry == LetterTable.None)
            {
                sentence.Break();
            }
            else if (entry < LetterTable.FirstLetter)
            {
                at = ReadMark(entry, text, start, at, unclosed, ref sentence);
            }
            else
            {
                at = LetterTable.IsAlone(entry) ? sentence.AddAlone(text, start) : ReadWord(text, start, word, ref sentence);
            }
        }
    }

    // Whether it pays to read blocks of ASCII from here.
    private static bool IsAscii(ReadOnlySpan<byte> text) => text.Length < sizeof(ulong)
        ? Ascii.IsValid(text)
        : (BinaryPrimitives.ReadUInt64LittleEndian(text) & 0x8080_8080_8080_8080) == 0;

    private static int ReadMark(ushort entry, ReadOnlySpan<byte> text, int start, int at, scoped Span<int> unclosed, ref SentencePieces sentence)
    {
        switch (entry)
        {
            case LetterTable.Mark or LetterTable.Apostrophe:
                return at;
            case LetterTable.End:
                sentence.End();
                break;
            case LetterTable.EndBeforeSpace:
                if (PieceSlots.IsAddress(text[start..]))
                {
                    at = PieceSlots.SkipAddress(text, start);
                }
                else if (PieceSlots.EndsSentence(text, start, ref at))
                {
                    sentence.End();
                }

                break;
            case LetterTable.Code:
                at = PieceSlots.SkipCode(text, start);
                break;
            case >= LetterTable.FirstQuote:
                at = PieceSlots.SkipQuote(text, start, at, entry - LetterTable.FirstQuote, unclosed);
                break;
            default:
                break;
        }

        sentence.Break();
        return at;
    }

    /// <summary>Reads the word that begins at a place, letter by letter, and tells where it ends.</summary>
    private int ReadWord(ReadOnlySpan<byte> text, int at, scoped Span<byte> bytes, ref SentencePieces sentence)
    {
        ulong before = _hash.Seed;
        int length = 0;
        int letters = 0;
        ushort last = LetterTable.None;
        while (at < text.Length)
        {
            int pairs = text[at] < 0x80 ? 0 : LetterTable.CopyPairs(text[at..], bytes[length..WordBytes]);
            int next = at + (2 * pairs);
            ushort entry = LetterTable.FirstLetter;
            if (pairs == 0)
            {
                entry = LetterTable.Look(text, ref next);
                if (!GoesOn(entry, last))
                {
                    break;
                }

                if (entry >= LetterTable.FirstLetter)
                {
                    // Both bytes are written and the needed ones counted.
                    BinaryPrimitives.WriteUInt16LittleEndian(bytes[length..], entry);
                    length += entry < 0x80 ? 1 : 2;
                    letters += LetterTable.IsSyllable(entry) ? 2 : 1;
                }
            }

            letters += pairs;
            length += 2 * pairs;
            if (length >= WordBytes)
            {
                before = _hash.Blocks(bytes, WordBytes, before);
                bytes[0] = bytes[WordBytes];
                length -= WordBytes;
            }

            last = entry;
            at = next;
        }

        if (PieceSlots.IsAddress(text[at..]))
        {
            sentence.Break();
            return PieceSlots.SkipAddress(text, at);
        }

        bytes.Slice(length, PieceHash.BlockBytes).Clear();
        sentence.AddWord(_hash.Blocks(bytes, length, before), letters);
        return at;
    }

    private static bool GoesOn(ushort entry, ushort last) => entry switch
    {
        >= LetterTable.FirstLetter => !LetterTable.IsAlone(entry),
        LetterTable.Mark or LetterTable.Apostrophe => true,
        PlainApostrophe => LetterTable.IsJoined(last),
        _ => false,
    };
}
