// SPDX-License-Identifier: MIT

using System.Net;

namespace DistillGuard.Geo;

/// <summary>Addresses for tests.</summary>
internal static class Addresses
{
    public static ClientAddress Parse(string text) => ClientAddress.From(IPAddress.Parse(text));

    /// <summary>Random addresses: IPv4 over the whole space, or IPv6 over 2000::/3.</summary>
    public static ClientAddress[] Random(int seed, int count, bool isV4)
    {
        var random = new Random(seed);
        var addresses = new ClientAddress[count];
        for (int position = 0; position < count; position++)
        {
            addresses[position] = isV4
                ? ClientAddress.FromIPv4((uint)random.NextInt64(1L << 32))
                : ClientAddress.FromIPv6(RandomPublicV6(random));
        }

        return addresses;
    }

    public static IPAddress ToIPAddress(ClientAddress address)
    {
        byte[] bytes = new byte[address.IsIPv4 ? 4 : 16];
        UInt128 value = address.Value;
        for (int position = bytes.Length - 1; position >= 0; position--)
        {
            bytes[position] = (byte)value;
            value >>= 8;
        }

        return new IPAddress(bytes);
    }

    private static UInt128 RandomPublicV6(Random random)
    {
        ulong high = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
        return new UInt128((high >> 3) | (1UL << 61), (ulong)random.NextInt64(long.MinValue, long.MaxValue));
    }
}
