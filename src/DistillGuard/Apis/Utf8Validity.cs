// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;
using System.Text.Unicode;

namespace DistillGuard.Apis;

/// <summary>Tells whether a text is valid UTF-8, 32 bytes at a time also where it is not ASCII.</summary>
/// <remarks>
/// Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte" (2021): three look-ups, by the halves of a byte and by the upper
/// half of the next, each give the mistakes that are possible, and what all three give is one. The framework's own check goes rune by rune
/// outside ASCII and took half the time of reading a Chinese body. Oracle: <see cref="Utf8.IsValid"/>. Benchmark: RequestReaderBenchmarks.
/// </remarks>
internal static class Utf8Validity
{
    private const int Block = 32;
    private const int Before = 3; // bytes of a character before its last

    private const byte TooShort = 1; // a lead where the rest of a character should be
    private const byte TooLong = 1 << 1; // the rest of a character behind ASCII
    private const byte Overlong3 = 1 << 2;
    private const byte TooLarge = 1 << 3;
    private const byte Surrogate = 1 << 4;
    private const byte Overlong2 = 1 << 5;
    private const byte TooLarge1000 = 1 << 6;
    private const byte Overlong4 = 1 << 6;
    private const byte TwoContinuations = 1 << 7; // right behind the lead of three or four bytes only
    private const byte Carry = TooShort | TooLong | TwoContinuations;
    private const byte Large = Carry | TooLarge | TooLarge1000;
    private const byte Rest = TooLong | Overlong2 | TwoContinuations;

    private static readonly Vector128<byte> FirstHigh = Vector128.Create(
        TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong,
        TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
        TooShort | Overlong2, TooShort, TooShort | Overlong3 | Surrogate, TooShort | TooLarge | TooLarge1000 | Overlong4);

    private static readonly Vector128<byte> FirstLow = Vector128.Create(
        Carry | Overlong3 | Overlong2 | Overlong4, Carry | Overlong2, Carry, Carry, Carry | TooLarge, Large, Large, Large,
        Large, Large, Large, Large, Large, Large | Surrogate, Large, Large);

    private static readonly Vector128<byte> SecondHigh = Vector128.Create(
        TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
        Rest | Overlong3 | TooLarge1000, Rest | Overlong3 | TooLarge, Rest | Surrogate | TooLarge, Rest | Surrogate | TooLarge,
        TooShort, TooShort, TooShort, TooShort);

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
        {
            return true;
        }

        int at = text.IndexOfAnyInRange((byte)0x80, byte.MaxValue);
        if (at < Before)
        {
            return Utf8.IsValid(text);
        }

        Vector256<byte> mistakes = Vector256<byte>.Zero;
        for (; text.Length - at >= Block; at += Block)
        {
            mistakes |= Mistakes(text.Slice(at - Before, Before + Block));
        }

        Span<byte> last = stackalloc byte[Before + Block];
        last.Clear(); // ASCII, so that what is cut off is found
        text[(at - Before)..].CopyTo(last);
        return (mistakes | Mistakes(last)) == Vector256<byte>.Zero;
    }

    // Those of a block that has three bytes before it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Mistakes(ReadOnlySpan<byte> text)
    {
        var third = Vector256.Create(text);
        var second = Vector256.Create(text[1..]);
        var first = Vector256.Create(text[2..]);
        var now = Vector256.Create(text[Before..]);
        Vector256<byte> pairs = Look(FirstHigh, High(first)) & Look(FirstLow, first & Vector256.Create((byte)0x0F)) & Look(SecondHigh, High(now));
        // The highest bit stays set behind the leads of three and of four bytes.
        Vector256<byte> inside = Vector256.SubtractSaturate(second, Vector256.Create((byte)(0xE0 - 0x80)))
            | Vector256.SubtractSaturate(third, Vector256.Create((byte)(0xF0 - 0x80)));
        return pairs ^ (inside & Vector256.Create(TwoContinuations));
    }

    private static Vector256<byte> High(Vector256<byte> bytes) => (bytes.AsUInt16() >>> 4).AsByte() & Vector256.Create((byte)0x0F);

    private static Vector256<byte> Look(Vector128<byte> table, Vector256<byte> indices) => Avx2.IsSupported
        ? Avx2.Shuffle(Vector256.Create(table, table), indices)
        : Vector256.Create(Vector128.ShuffleNative(table, indices.GetLower()), Vector128.ShuffleNative(table, indices.GetUpper()));
}
