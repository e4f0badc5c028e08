// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace DistillGuard;

/// <summary>
/// The address a request came from, after trusted-proxy resolution by the host: IPv4 or IPv6 as a plain value.
/// The default value means "not known".
/// </summary>
/// <remarks>
/// IPv4-mapped IPv6 addresses become IPv4. Scope ids are dropped. An immutable value; safe on any thread. The library never
/// stores it: only keyed hashes of a network prefix and the country derived from it stay.
/// </remarks>
public readonly record struct ClientAddress
{
    private const byte Ipv4Family = 4;
    private const byte Ipv6Family = 6;

    private readonly byte _family;

    private ClientAddress(UInt128 value, byte family)
    {
        Value = value;
        _family = family;
    }

    /// <summary>The address as a number in network order: 32 bits for IPv4, 128 bits for IPv6.</summary>
    public UInt128 Value { get; }

    /// <summary>Whether an address is known.</summary>
    public bool IsKnown => _family != 0;

    /// <summary>Whether this is an IPv4 address (or was an IPv4-mapped IPv6 address).</summary>
    public bool IsIPv4 => _family == Ipv4Family;

    /// <summary>Makes an IPv4 address from its 32 bits in network order: <c>0x7F000001</c> is 127.0.0.1.</summary>
    public static ClientAddress FromIPv4(uint value) => new(value, Ipv4Family);

    /// <summary>Makes an address from the 128 bits of an IPv6 address in network order.</summary>
    public static ClientAddress FromIPv6(UInt128 value) =>
        value >> 32 == 0xFFFF ? FromIPv4((uint)value) : new ClientAddress(value, Ipv6Family);

    /// <summary>Makes an address from the framework's type; <see langword="null"/> gives "not known". Allocates nothing.</summary>
    public static ClientAddress From(IPAddress? address)
    {
        if (address is null)
        {
            return default;
        }

        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out int written))
        {
            return default;
        }

        return address.AddressFamily == AddressFamily.InterNetwork && written == 4
            ? FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : FromIPv6(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>
    /// Reads an address from text, strictly and without allocation: four decimal numbers without leading zeros, or RFC 4291 text; a
    /// zone such as <c>%eth0</c> is dropped.
    /// </summary>
    /// <returns>Whether the text was an address.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ClientAddress address) => ClientAddressText.TryParse(text, out address);

    /// <summary>Says only the kind of address: an address must not leak into a log by accident.</summary>
    public override string ToString() => _family switch
    {
        Ipv4Family => "IPv4 address",
        Ipv6Family => "IPv6 address",
        _ => string.Empty,
    };
}
