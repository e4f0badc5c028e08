// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Text;

/// <summary>Folds 32 bytes of text that is not all ASCII, as far as nothing in it becomes shorter.</summary>
/// <remarks>
/// Latin, Cyrillic, Greek and what never changes (most of CJK) is folded in place, from pairs of neighbouring bytes alone. A character that may become
/// shorter, or a rare one, stops the block, and so does one that begins with its last byte.
/// </remarks>
internal static class ScriptFolding
{
    /// <summary>Bytes of a block.</summary>
    public const int Block = 32;

    /// <summary>Bytes that must lie behind a block.</summary>
    public const int LookAhead = 2;

    private const byte FirstLead = 0xC0;

    /// <summary>Lower-cases the letters outside ASCII of a block.</summary>
    /// <param name="start">The block; one byte before and two behind it are read.</param>
    /// <param name="block">The block with its ASCII folded already.</param>
    /// <param name="length">Bytes up to the first character that must be folded on its own.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // RuleMatchBenchmarks, Russian
    public static Vector256<byte> Fold(ref byte start, Vector256<byte> block, out int length)
    {
        Vector256<byte> current = Vector256.LoadUnsafe(ref start);
        Vector256<byte> next = Vector256.LoadUnsafe(ref start, 1);
        Vector256<byte> before = Vector256.LoadUnsafe(ref Unsafe.Subtract(ref start, 1));
        Vector256<byte> stop = Stops(ref start, current, next);
        if (Vector256.EqualsAny(current | Vector256.Create((byte)1), Vector256.Create((byte)0xD1)))
        {
            block = FoldCyrillic(block, current, before, next);
        }

        if (Vector256.EqualsAny(current, Vector256.Create((byte)0xC3)))
        {
            Vector256<byte> capital = Equal(before, 0xC3) & Within(current, 0x80, 0x9E) & ~Equal(current, 0x97);
            block += capital & Vector256.Create((byte)0x20);
        }

        if (Vector256.EqualsAny(current | Vector256.Create((byte)1), Vector256.Create((byte)0xCF)))
        {
            block = FoldGreek(block, current, before, next);
            stop |= Equal(current, 0xCE) & Within(next, 0x84, 0x8F);
        }

        uint stops = stop.ExtractMostSignificantBits() | (current.GetElement(Block - 1) >= FirstLead ? 1u << (Block - 1) : 0);
        length = stops == 0 ? Block : BitOperations.TrailingZeroCount(stops);
        return block;
    }

    private static Vector256<byte> Stops(ref byte start, Vector256<byte> current, Vector256<byte> next)
    {
        Vector256<byte> signs = Equal(current, 0xC2);
        Vector256<byte> general = Equal(current, 0xE2);
        Vector256<byte> wide = Equal(current, 0xE3) & Equal(next, 0x80);
        Vector256<byte> stop = Equal(current, 0xEF);
        if ((signs | general | wide) != Vector256<byte>.Zero)
        {
            Vector256<byte> third = Vector256.LoadUnsafe(ref start, 2);
            stop |= signs & (Vector256.LessThanOrEqual(next, Vector256.Create((byte)0xA0)) | Equal(next, 0xAB) | Equal(next, 0xAD) | Equal(next, 0xB4) | Equal(next, 0xBB));
            stop |= general & (Within(next, 0x80, 0x81) | Equal(next, 0x88));
            stop |= wide & Equal(third, 0x80);
        }

        return stop;
    }

    private static Vector256<byte> FoldCyrillic(Vector256<byte> block, Vector256<byte> current, Vector256<byte> before, Vector256<byte> next)
    {
        // Leads: D0 becomes D1 before 80..8F, which io (81) is not, and before A0..AF; D1 becomes D0 before 91, the small io.
        Vector256<byte> capital = Equal(current, 0xD0) & ((Within(next, 0x80, 0x8F) & ~Equal(next, 0x81)) | Within(next, 0xA0, 0xAF));
        Vector256<byte> smallIo = Equal(current, 0xD1) & Equal(next, 0x91);
        block ^= (capital | smallIo) & Vector256.Create((byte)1);

        Vector256<byte> afterFirst = Equal(before, 0xD0);
        Vector256<byte> io = afterFirst & Equal(current, 0x81);
        block += afterFirst & ~io & Within(current, 0x80, 0x8F) & Vector256.Create((byte)0x10);
        block += afterFirst & Within(current, 0x90, 0x9F) & Vector256.Create((byte)0x20);
        block -= afterFirst & Within(current, 0xA0, 0xAF) & Vector256.Create((byte)0x20);
        io |= Equal(before, 0xD1) & Equal(current, 0x91);
        return Vector256.ConditionalSelect(io, Vector256.Create((byte)0xB5), block);
    }

    private static Vector256<byte> FoldGreek(Vector256<byte> block, Vector256<byte> current, Vector256<byte> before, Vector256<byte> next)
    {
        Vector256<byte> later = Within(next, 0xA0, 0xAB) & ~Equal(next, 0xA2);
        block ^= Equal(current, 0xCE) & later & Vector256.Create((byte)1);

        Vector256<byte> afterFirst = Equal(before, 0xCE);
        block += afterFirst & Within(current, 0x91, 0x9F) & Vector256.Create((byte)0x20);
        block -= afterFirst & Within(current, 0xA0, 0xAB) & ~Equal(current, 0xA2) & Vector256.Create((byte)0x20);
        return block + (Equal(before, 0xCF) & Equal(current, 0x82) & Vector256.Create((byte)1));
    }

    private static Vector256<byte> Equal(Vector256<byte> bytes, byte value) => Vector256.Equals(bytes, Vector256.Create(value));

    private static Vector256<byte> Within(Vector256<byte> bytes, byte first, byte last) =>
        Vector256.LessThanOrEqual(bytes - Vector256.Create(first), Vector256.Create((byte)(last - first)));
}
