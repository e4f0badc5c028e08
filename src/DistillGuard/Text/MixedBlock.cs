// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Text;

/// <summary>Counts a block of 64 bytes in which ASCII and the letters of the commonest scripts are mixed, by a bit for each byte.</summary>
/// <remarks>
/// A character is known by its first byte and, where a first byte is not enough, by the range of the second or third. Only those are known of
/// which every one in the range is of the same kind, so that a whole script costs a comparison or two; the rest is left to
/// <see cref="Scripts"/>. Everything is inlined, so that masks stay in registers. Oracle: a rune-by-rune count in the tests. Benchmark: PromptFeatureBenchmarks.
/// </remarks>
internal ref struct MixedBlock
{
    /// <summary>Bytes of a block.</summary>
    public const int Bytes = 64;

    private readonly Vector512<byte> _bytes;
    private readonly ulong _rest; // bytes that go on with a character
    private readonly ulong _restNext; // first bytes with one such byte behind them
    private readonly ulong _restBoth; // first bytes with two such bytes behind them
    private ulong _known;
    private ulong _words;

    private MixedBlock(Vector512<byte> bytes)
    {
        _bytes = bytes;
        _rest = In(0x80, 0xBF);
        _restNext = _rest >> 1;
        _restBoth = _restNext & (_rest >> 2);
    }

    /// <summary>Counts the characters at the beginning of a block, up to the first that is not known, or cut off.</summary>
    /// <param name="text">A text; of one shorter than a block the rest is taken for empty.</param>
    /// <param name="counts">Where they are counted.</param>
    /// <param name="inWord">Whether a word goes on from before.</param>
    /// <returns>How many bytes they take.</returns>
    public static int Add(ReadOnlySpan<byte> text, ref TextCounts counts, ref bool inWord)
    {
        if (text.Length >= Bytes)
        {
            return new MixedBlock(Vector512.Create(text)).Count(Bytes, ref counts, ref inWord);
        }

        Span<byte> block = stackalloc byte[Bytes];
        block.Clear();
        text.CopyTo(block);
        return new MixedBlock(Vector512.Create<byte>(block)).Count(text.Length, ref counts, ref inWord);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Count(int most, ref TextCounts counts, ref bool inWord)
    {
        ulong other = _bytes.ExtractMostSignificantBits();
        ulong latin = Vector512.LessThanOrEqual((_bytes | Vector512.Create((byte)0x20)) - Vector512.Create((byte)'a'), Vector512.Create((byte)('z' - 'a')))
            .ExtractMostSignificantBits();
        ulong digits = In((byte)'0', (byte)'9');
        _words = latin | digits;
        latin |= TakeWords(In(0xC3, 0xC5) & ~(In(0xC3, 0xC3) & (In(0x97, 0x97) | In(0xB7, 0xB7)) >> 1) & _restNext, 1);
        ulong cyrillic = TakeWords(CyrillicLeads(), 1);
        ulong arabic = TakeWords(ArabicLeads(), 1);
        ulong han = TakeAlone(In(0xE4, 0xE9) & _restBoth);
        ulong kana = TakeAlone(KanaLeads());
        ulong hangul = TakeWords(HangulLeads(), 2);
        TakeMarks();

        ulong unknown = other & ~_known;
        int length = Math.Min(most, BitOperations.TrailingZeroCount(unknown));
        ulong keep = length == Bytes ? ulong.MaxValue : (1UL << length) - 1;
        ulong words = _words & keep;
        counts.Words += BitOperations.PopCount(words & ~((words << 1) | (inWord ? 1UL : 0))) + BitOperations.PopCount((han | kana) & keep);
        inWord = length == 0 ? inWord : (words >> (length - 1) & 1) != 0;
        counts.Runes += length - BitOperations.PopCount(_rest & keep);
        counts.Digits += BitOperations.PopCount(digits & keep);
        counts.LineFeeds += BitOperations.PopCount(In((byte)'\n', (byte)'\n') & keep);
        counts.AddLetters(ScriptClass.Latin, BitOperations.PopCount(latin & keep));
        counts.AddLetters(ScriptClass.Cyrillic, BitOperations.PopCount(cyrillic & keep));
        counts.AddLetters(ScriptClass.Arabic, BitOperations.PopCount(arabic & keep));
        counts.AddLetters(ScriptClass.Han, BitOperations.PopCount(han & keep));
        counts.AddLetters(ScriptClass.Kana, BitOperations.PopCount(kana & keep));
        counts.AddLetters(ScriptClass.Hangul, BitOperations.PopCount(hangul & keep));
        return length;
    }

    // U+0400 to U+0481 and U+048A to U+04FF.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong CyrillicLeads()
    {
        ulong leads = In(0xD0, 0xD3);
        return leads == 0 ? 0 : leads & _restNext & ~(In(0xD2, 0xD2) & (In(0x82, 0x89) >> 1));
    }

    // U+0620 to U+064A, U+0671 to U+06BF.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong ArabicLeads()
    {
        ulong leads = In(0xD8, 0xDA);
        return leads == 0
            ? 0
            : _restNext & ((In(0xD8, 0xD8) & (In(0xA0, 0xBF) >> 1)) | (In(0xD9, 0xD9) & ((In(0x80, 0x8A) | In(0xB1, 0xBF)) >> 1)) | In(0xDA, 0xDA));
    }

    // U+3041 to U+3096 and U+30A1 to U+30FA.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong KanaLeads()
    {
        ulong leads = In(0xE3, 0xE3) & (In(0x81, 0x83) >> 1) & _restBoth;
        if (leads == 0)
        {
            return 0;
        }

        ulong first = (In(0x81, 0x81) >> 1) & (In(0x81, 0xBF) >> 2);
        ulong second = (In(0x82, 0x82) >> 1) & ((In(0x80, 0x96) | In(0xA1, 0xBF)) >> 2);
        ulong third = (In(0x83, 0x83) >> 1) & (In(0x80, 0xBA) >> 2);
        return leads & (first | second | third);
    }

    // U+AC00 to U+D77F.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong HangulLeads()
    {
        ulong leads = In(0xEA, 0xED) & _restBoth;
        return leads == 0
            ? 0
            : leads & (In(0xEB, 0xEC) | (In(0xEA, 0xEA) & (In(0xB0, 0xBF) >> 1)) | (In(0xED, 0xED) & (In(0x80, 0x9D) >> 1)));
    }

    // What is no letter: guillemets and the space that does not break; dashes, curly marks and dots; Chinese full stops, brackets and commas.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeMarks()
    {
        ulong two = In(0xC2, 0xC2);
        if (two != 0)
        {
            Take(two & ((In(0xA0, 0xA0) | In(0xAB, 0xAB) | In(0xBB, 0xBB)) >> 1), 1);
        }

        ulong three = (In(0xE2, 0xE3) | In(0xEF, 0xEF)) & _restBoth;
        if (three != 0)
        {
            ulong general = In(0xE2, 0xE2) & (In(0x80, 0x80) >> 1) & (In(0x90, 0xA7) >> 2); // U+2010 to U+2027
            ulong chinese = In(0xE3, 0xE3) & (In(0x80, 0x80) >> 1) & ((In(0x80, 0x83) | In(0x88, 0x9F)) >> 2); // U+3000 to U+3003, U+3008 to U+301F
            ulong wide = In(0xEF, 0xEF) & (In(0xBC, 0xBC) >> 1) & (In(0x80, 0xA0) >> 2); // U+FF00 to U+FF20
            Take(three & (general | chinese | wide), 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong TakeWords(ulong leads, int behind)
    {
        _words |= Take(leads, behind);
        return leads;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong TakeAlone(ulong leads)
    {
        _ = Take(leads, 2);
        return leads;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Take(ulong leads, int behind)
    {
        ulong all = leads | (leads << 1) | (behind == 2 ? leads << 2 : 0);
        _known |= all;
        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong In(byte first, byte last) =>
        Vector512.LessThanOrEqual(_bytes - Vector512.Create(first), Vector512.Create((byte)(last - first))).ExtractMostSignificantBits();
}
