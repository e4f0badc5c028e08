// SPDX-License-Identifier: MIT

using System.Buffers.Text;

namespace DistillGuard.Apis;

/// <summary>
/// Reads the numbers of request parameters: strict about what a parameter can hold, tolerant about how it is written.
/// </summary>
internal static class JsonNumbers
{
    /// <summary>Measures the number at the start of a text whose end is not a number's end.</summary>
    /// <returns>Its length in bytes; 0 when there is no valid number; -1 when the text ends before the number
    /// does.</returns>
    public static int Measure(ReadOnlySpan<byte> text)
    {
        int length = text.StartsWith("-"u8) ? 1 : 0;
        bool isZero = length < text.Length && text[length] == (byte)'0';
        int next = isZero ? length + 1 : SkipDigits(text, length);
        if (next > 0 && next < text.Length && text[next] == (byte)'.')
        {
            next = SkipDigits(text, next + 1);
        }

        if (next > 0 && next < text.Length && (text[next] | 0x20) == 'e')
        {
            next++;
            bool isSigned = next < text.Length && text[next] is (byte)'+' or (byte)'-';
            next = SkipDigits(text, isSigned ? next + 1 : next);
        }

        return next == text.Length ? -1 : next;
    }

    /// <summary>Reads a whole number; <c>1024.0</c> and <c>1e3</c> are whole numbers, too.</summary>
    public static bool TryReadInt32(ReadOnlySpan<byte> text, out int value)
    {
        if (Utf8Parser.TryParse(text, out value, out int used) && used == text.Length)
        {
            return true;
        }

        bool fits = TryReadDouble(text, out double number)
            && number is >= int.MinValue and <= int.MaxValue
            && double.IsInteger(number);
        value = fits ? (int)number : 0;
        return fits;
    }

    /// <summary>Reads a finite number.</summary>
    public static bool TryReadSingle(ReadOnlySpan<byte> text, out float value)
    {
        bool isNumber = TryReadDouble(text, out double number);
        value = (float)number;
        return isNumber && float.IsFinite(value);
    }

    // At least one digit, or 0; at the end of the text -1.
    private static int SkipDigits(ReadOnlySpan<byte> text, int start)
    {
        if (start >= text.Length)
        {
            return -1;
        }

        int digits = text[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits < 0 ? -1 : digits == 0 ? 0 : start + digits;
    }

    private static bool TryReadDouble(ReadOnlySpan<byte> text, out double number) =>
        Utf8Parser.TryParse(text, out number, out int used) && used == text.Length;
}
