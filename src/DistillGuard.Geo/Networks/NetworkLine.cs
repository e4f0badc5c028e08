// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DistillGuard.Geo.Networks;

/// <summary>Reads one address or CIDR network, refusing everything that more than one reader could understand differently.</summary>
internal static class NetworkLine
{
    /// <summary>Reads a text without comment and outer space.</summary>
    /// <param name="text">For example <c>192.0.2.7</c> or <c>2001:db8::/32</c>.</param>
    /// <param name="range">The addresses it names.</param>
    /// <param name="reason">Why it was refused, with the remedy; empty otherwise.</param>
    public static bool TryRead(string text, out NetworkRange range, out string reason)
    {
        range = default;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string addressText = slash < 0 ? text : text[..slash];
        if (!IPAddress.TryParse(addressText, out IPAddress? address))
        {
            reason = "is not an address; write an address or network such as 198.51.100.0/24 or 2001:db8::/32";
            return false;
        }

        bool isV4 = address.AddressFamily == AddressFamily.InterNetwork;
        if (isV4 && address.ToString() != addressText)
        {
            reason = $"is a short or non-decimal spelling; write {address}";
            return false;
        }

        if (!isV4 && (address.IsIPv4MappedToIPv6 || addressText.Contains('%', StringComparison.Ordinal)))
        {
            reason = "is an IPv4-mapped or scoped address; write the plain address";
            return false;
        }

        int bits = isV4 ? 32 : 128;
        int prefix = bits;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix)
            || prefix < 1 || prefix > bits))
        {
            reason = $"has no prefix length between 1 and {bits}; write for example {addressText}/{bits}";
            return false;
        }

        UInt128 first = ClientAddress.From(address).Value;
        UInt128 host = prefix == bits ? UInt128.Zero : (UInt128.One << (bits - prefix)) - 1;
        if ((first & host) != UInt128.Zero)
        {
            reason = $"has bits set behind its prefix of {prefix}; clear them or write /{bits}";
            return false;
        }

        range = new NetworkRange(isV4, first, first | host);
        reason = string.Empty;
        return true;
    }
}
