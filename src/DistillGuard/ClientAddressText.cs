// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard;

/// <summary>
/// Reads an address from text without allocation, and strictly: what a proxy writes, not what <c>inet_aton</c> takes.
/// </summary>
/// <remarks>
/// IPv4 is four decimal numbers without leading zeros; IPv6 is RFC 4291 text, a zone (<c>%eth0</c>) is dropped. The
/// framework's parser allocates an object for every address and takes <c>1</c> and <c>0x7f.1</c> for IPv4.
/// </remarks>
internal static class ClientAddressText
{
    private const int Groups = 8;

    public static bool TryParse(ReadOnlySpan<char> text, out ClientAddress address)
    {
        address = default;
        if (!text.Contains(':'))
        {
            if (!TryParseIPv4(text, out uint value))
            {
                return false;
            }

            address = ClientAddress.FromIPv4(value);
            return true;
        }

        int zone = text.IndexOf('%');
        if (!TryParseIPv6(zone > 0 ? text[..zone] : text, out UInt128 wide))
        {
            return false;
        }

        address = ClientAddress.FromIPv6(wide);
        return true;
    }

    private static bool TryParseIPv4(ReadOnlySpan<char> text, out uint value)
    {
        value = 0;
        for (int part = 0; part < 4; part++)
        {
            int length = 0;
            uint number = 0;
            while (length < text.Length && char.IsAsciiDigit(text[length]) && length < 3)
            {
                number = (number * 10) + text[length] - '0';
                length++;
            }

            if (length == 0 || number > byte.MaxValue || (length > 1 && text[0] == '0'))
            {
                return false;
            }

            value = (value << 8) | number;
            text = text[length..];
            if (part < 3)
            {
                if (text.IsEmpty || text[0] != '.')
                {
                    return false;
                }

                text = text[1..];
            }
        }

        return text.IsEmpty;
    }

    private static bool TryParseIPv6(ReadOnlySpan<char> text, out UInt128 value)
    {
        UInt128 before = 0;
        UInt128 current = 0;
        int countBefore = 0;
        int count = 0;
        bool hasGap = text.StartsWith("::");
        value = 0;
        if (hasGap)
        {
            text = text[2..];
        }

        while (!text.IsEmpty)
        {
            int colon = text.IndexOf(':');
            ReadOnlySpan<char> group = colon < 0 ? text : text[..colon];
            if (!TryAddGroup(group, colon < 0, ref current, ref count))
            {
                return false;
            }

            if (colon < 0)
            {
                break;
            }

            text = text[(colon + 1)..];
            if (text.IsEmpty)
            {
                return false;
            }

            if (text[0] != ':')
            {
                continue;
            }

            if (hasGap)
            {
                return false;
            }

            hasGap = true;
            (before, countBefore, current, count) = (current, count, 0, 0);
            text = text[1..];
        }

        int given = countBefore + count;
        if (hasGap ? given >= Groups : given != Groups)
        {
            return false;
        }

        value = countBefore == 0 ? current : (before << (16 * (Groups - countBefore))) | current;
        return true;
    }

    private static bool TryAddGroup(ReadOnlySpan<char> group, bool isLast, ref UInt128 value, ref int count)
    {
        if (isLast && group.Contains('.'))
        {
            if (count + 2 > Groups || !TryParseIPv4(group, out uint embedded))
            {
                return false;
            }

            value = (value << 32) | embedded;
            count += 2;
            return true;
        }

        if (group.Length is 0 or > 4 || count == Groups
            || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort number))
        {
            return false;
        }

        value = (value << 16) | number;
        count++;
        return true;
    }
}
