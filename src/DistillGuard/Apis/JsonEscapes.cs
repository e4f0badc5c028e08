// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

/// <summary>The escapes of JSON strings: a backslash and a letter, or a backslash, <c>u</c> and four hexadecimal digits.</summary>
internal static class JsonEscapes
{
    /// <summary>Bytes of an escape with a letter.</summary>
    public const int ShortLength = 2;

    /// <summary>Bytes of an escape with four digits.</summary>
    public const int UnicodeLength = 6;

    // A look-up costs the same whatever comes; comparing with each letter in turn does not. Benchmark: RequestReaderBenchmarks, code.
    private static readonly byte[] Letters = MakeLetters();
    private static readonly sbyte[] Digits = MakeDigits();

    /// <summary>What a letter behind a backslash stands for; 0 when it stands for nothing, and for <c>u</c>.</summary>
    public static byte Resolve(byte letter) => Letters[letter];

    /// <summary>The UTF-16 unit that four hexadecimal digits write; negative when one of them is none.</summary>
    /// <param name="digits">Four bytes or more.</param>
    public static int Unit(ReadOnlySpan<byte> digits) =>
        (Digit(digits[0]) << 12) | (Digit(digits[1]) << 8) | (Digit(digits[2]) << 4) | Digit(digits[3]);

    private static int Digit(byte digit) => Digits[digit];

    private static byte[] MakeLetters()
    {
        var letters = new byte[byte.MaxValue + 1];
        ReadOnlySpan<byte> written = "\"\\/bfnrt"u8;
        for (int i = 0; i < written.Length; i++)
        {
            letters[written[i]] = "\"\\/\b\f\n\r\t"u8[i];
        }

        return letters;
    }

    private static sbyte[] MakeDigits()
    {
        var digits = new sbyte[byte.MaxValue + 1];
        digits.AsSpan().Fill(-1);
        for (int value = 0; value < 16; value++)
        {
            digits["0123456789abcdef"u8[value]] = (sbyte)value;
            digits["0123456789ABCDEF"u8[value]] = (sbyte)value;
        }

        return digits;
    }
}
