// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Text.Disguise;

/// <summary>What 64 bytes of a text are, one bit a byte, if all of them are characters that are told apart by a few comparisons.</summary>
/// <remarks>
/// Known are ASCII, Latin letters with accents, Cyrillic, Chinese, kana, Hangul and the punctuation that goes with them; tests hold every
/// known character to <see cref="LookAlikes"/>. Twins are not told from other letters.
/// </remarks>
[SkipLocalsInit]
internal struct KnownBlock
{
    /// <summary>Bytes of a block.</summary>
    public const int Length = 64;

    /// <summary>Bytes behind a block that are read too.</summary>
    public const int LookAhead = 2;

    private const int Half = 32;

    /// <summary>ASCII letters.</summary>
    public ulong Ascii;

    /// <summary>First bytes of Cyrillic letters.</summary>
    public ulong Cyrillic;

    /// <summary>First bytes of Latin letters outside ASCII.</summary>
    public ulong Accented;

    /// <summary>First bytes of letters of three bytes.</summary>
    public ulong Wide;

    /// <summary>First bytes of punctuation of two bytes.</summary>
    public ulong Signs;

    /// <summary>First bytes of punctuation of three bytes.</summary>
    public ulong WideSigns;

    /// <summary>ASCII that is neither white space nor a control character.</summary>
    public ulong Dense;

    /// <summary>All bytes outside ASCII.</summary>
    public ulong Others;

    /// <summary>Second and third bytes.</summary>
    public ulong Continuations;

    /// <summary>Reads a block. What is not known is in <see cref="Others"/> and nowhere else.</summary>
    /// <param name="start">The block and <see cref="LookAhead"/> bytes behind it.</param>
    public static KnownBlock Read(ref byte start)
    {
        KnownBlock block = default;
        block.ReadHalf(ref start, 0);
        block.ReadHalf(ref Unsafe.Add(ref start, Half), Half);
        return block;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // RuleMatchBenchmarks, Russian and Spanish
    private void ReadHalf(ref byte start, int shift)
    {
        Vector256<byte> current = Vector256.LoadUnsafe(ref start);
        Vector256<byte> next = Vector256.LoadUnsafe(ref start, 1);
        uint others = current.ExtractMostSignificantBits();
        Ascii |= (ulong)Bits(Within(current | Vector256.Create((byte)0x20), (byte)'a', (byte)'z')) << shift;
        Dense |= (ulong)Bits(Within(current, (byte)'!', 0x7F)) << shift;
        if (others == 0)
        {
            return;
        }

        Others |= (ulong)others << shift;
        Continuations |= (ulong)Bits(Within(current, 0x80, 0xBF)) << shift;
        Cyrillic |= (ulong)Bits(Within(current, 0xD0, 0xD1)) << shift;
        Vector256<byte> latin = Within(current, 0xC2, 0xC5);
        if (latin != Vector256<byte>.Zero)
        {
            ReadLatin(current, next, shift);
        }

        if (Vector256.GreaterThanOrEqualAny(current, Vector256.Create((byte)0xE0)))
        {
            ReadWide(current, next, Vector256.LoadUnsafe(ref start, 2), shift);
        }
    }

    private void ReadLatin(Vector256<byte> current, Vector256<byte> next, int shift)
    {
        // Neither letters nor one letter: the signs of multiplication and division, ij and its like.
        Vector256<byte> accented = (Equal(current, 0xC3) & ~Equal(next & Vector256.Create((byte)0xDF), 0x97))
            | (Equal(current, 0xC4) & ~(Within(next, 0xB2, 0xB3) | Equal(next, 0xBF)))
            | (Equal(current, 0xC5) & ~(Equal(next, 0x80) | Equal(next, 0x89)));
        Accented |= (ulong)Bits(accented) << shift;

        Vector256<byte> signs = Equal(current, 0xC2)
            & (Equal(next, 0xA1) | Equal(next, 0xA7) | Equal(next, 0xAB) | Equal(next, 0xB0) | Equal(next, 0xBB) | Equal(next, 0xBF));
        Signs |= (ulong)Bits(signs) << shift;
    }

    private void ReadWide(Vector256<byte> current, Vector256<byte> next, Vector256<byte> third, int shift)
    {
        Vector256<byte> letters = (Within(current, 0xE4, 0xE9) & ~((Equal(current, 0xE4) & Within(next, 0xB6, 0xB7)) | (Equal(current, 0xE9) & Equal(next, 0xBF))))
            | Within(current, 0xEB, 0xEC)
            | (Equal(current, 0xEA) & Within(next, 0xB0, 0xBF))
            | (Equal(current, 0xED) & Within(next, 0x80, 0x9D));
        Vector256<byte> kana = Equal(current, 0xE3);
        letters |= kana & ((Equal(next, 0x81) & ~Equal(third, 0x80))
            | (Equal(next, 0x82) & (Within(third, 0x80, 0x96) | Within(third, 0xA1, 0xBF)))
            | (Equal(next, 0x83) & (Within(third, 0x80, 0xBA) | Equal(third, 0xBC))));
        Wide |= (ulong)Bits(letters) << shift;

        Vector256<byte> signs = (kana & Equal(next, 0x80) & (Within(third, 0x81, 0x82) | Within(third, 0x88, 0x91)))
            | (Equal(current, 0xE2) & Equal(next, 0x80) & (Within(third, 0x93, 0x94) | Within(third, 0x98, 0x99) | Within(third, 0x9C, 0x9E)))
            | (Equal(current, 0xEF) & Equal(next, 0xBC) & (Equal(third, 0x81) | Within(third, 0x88, 0x89) | Equal(third, 0x8C) | Within(third, 0x9A, 0x9B) | Equal(third, 0x9F)));
        WideSigns |= (ulong)Bits(signs) << shift;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(Vector256<byte> mask) => mask.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Equal(Vector256<byte> bytes, byte value) => Vector256.Equals(bytes, Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Within(Vector256<byte> bytes, byte first, byte last) =>
        Vector256.LessThanOrEqual(bytes - Vector256.Create(first), Vector256.Create((byte)(last - first)));
}
