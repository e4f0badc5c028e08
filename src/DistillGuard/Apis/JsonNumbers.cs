// SPDX-License-Identifier: MIT

using System.Buffers.Text;

namespace DistillGuard.Apis;

/// <summary>
/// Reads the numbers of request parameters: strict about what a parameter can hold, tolerant about how it is written.
/// </summary>
internal static class JsonNumbers
{
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

    private static bool TryReadDouble(ReadOnlySpan<byte> text, out double number) =>
        Utf8Parser.TryParse(text, out number, out int used) && used == text.Length;
}
