// SPDX-License-Identifier: MIT

using System.Buffers.Text;

namespace DistillGuard.TrafficLogs;

/// <summary>Reads JSON numbers that count something.</summary>
internal static class LogNumber
{
    private const long LargestExactDouble = 1L << 53;

    /// <summary>Reads a whole number from 0, also when it is written like <c>2e3</c> or <c>12.0</c>.</summary>
    /// <param name="text">A JSON number.</param>
    /// <param name="largest">The largest number allowed.</param>
    /// <param name="count">The number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParseCount(ReadOnlySpan<byte> text, long largest, out long count)
    {
        if (Utf8Parser.TryParse(text, out count, out int used) && used == text.Length)
        {
            return count >= 0 && count <= largest;
        }

        if (!TryParse(text, out double number) || number < 0 || number > Math.Min(largest, LargestExactDouble)
            || number != Math.Floor(number))
        {
            return false;
        }

        count = (long)number;
        return true;
    }

    /// <summary>Reads a time span from 0 in milliseconds; fractions count.</summary>
    public static bool TryParseMilliseconds(ReadOnlySpan<byte> text, out TimeSpan duration)
    {
        bool isDuration = TryParse(text, out double number)
            && number >= 0 && number < TimeSpan.MaxValue.TotalMilliseconds;
        duration = isDuration ? TimeSpan.FromMilliseconds(number) : default;
        return isDuration;
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out double number) =>
        Utf8Parser.TryParse(text, out number, out int used) && used == text.Length;
}
