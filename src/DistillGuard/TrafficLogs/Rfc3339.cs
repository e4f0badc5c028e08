// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>Reads the date-time of RFC 3339 from UTF-8, strictly and without allocation.</summary>
/// <remarks>
/// Fractions of one to seven digits (100 ns); <c>T</c> and <c>Z</c> in either case, as the RFC allows. A leap second
/// (:60) is refused, because <see cref="DateTimeOffset"/> has none.
/// </remarks>
internal static class Rfc3339
{
    private const int SecondsLength = 19; // 2026-01-31T23:59:59
    private const int LongestFraction = 7;

    /// <summary>Reads a time with any offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time, converted to UTC.</param>
    /// <param name="isUtc">Whether the text itself says UTC: <c>Z</c> or <c>+00:00</c>.</param>
    /// <returns>Whether the text is a time.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time, out bool isUtc)
    {
        time = default;
        isUtc = false;
        if (text.Length <= SecondsLength || !TryParseSeconds(text, out long ticks))
        {
            return false;
        }

        text = text[SecondsLength..];
        if (text[0] == '.' && !TryParseFraction(ref text, ref ticks))
        {
            return false;
        }

        if (text is [(byte)'Z' or (byte)'z'])
        {
            isUtc = true;
            time = new DateTimeOffset(ticks, TimeSpan.Zero);
            return true;
        }

        if (!TryParseOffset(text, out long offsetTicks))
        {
            return false;
        }

        ticks -= offsetTicks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        isUtc = text.SequenceEqual("+00:00"u8);
        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryParseSeconds(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        bool isShaped = text[4] == '-' && text[7] == '-' && (text[10] | 0x20) == 't' && text[13] == ':'
            && text[16] == ':';
        int year = (TwoDigits(text, 0) * 100) + TwoDigits(text, 2);
        int month = TwoDigits(text, 5);
        int day = TwoDigits(text, 8);
        int hour = TwoDigits(text, 11);
        int minute = TwoDigits(text, 14);
        int second = TwoDigits(text, 17);

        // A pair that is no two digits counts as a large negative number, so the range checks refuse it.
        if (!isShaped || year < 1 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59
            || second is < 0 or > 59 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks;
        return true;
    }

    private static bool TryParseFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        int digits = 0;
        long fraction = 0;
        while (digits + 1 < text.Length && char.IsAsciiDigit((char)text[digits + 1]))
        {
            digits++;
            if (digits > LongestFraction)
            {
                return false;
            }

            fraction = (fraction * 10) + (text[digits] - '0');
        }

        if (digits == 0)
        {
            return false;
        }

        for (int missing = digits; missing < LongestFraction; missing++)
        {
            fraction *= 10;
        }

        ticks += fraction;
        text = text[(digits + 1)..];
        return true;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length != "+00:00".Length || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
        {
            return false;
        }

        int hours = TwoDigits(text, 1);
        int minutes = TwoDigits(text, 4);
        if (hours is < 0 or > 23 || minutes is < 0 or > 59)
        {
            return false;
        }

        ticks = ((hours * 60) + minutes) * TimeSpan.TicksPerMinute;
        ticks = text[0] == '-' ? -ticks : ticks;
        return true;
    }

    private static int TwoDigits(ReadOnlySpan<byte> text, int start)
    {
        int tens = text[start] - '0';
        int ones = text[start + 1] - '0';
        return tens is < 0 or > 9 || ones is < 0 or > 9 ? -1_000_000 : (tens * 10) + ones;
    }
}
