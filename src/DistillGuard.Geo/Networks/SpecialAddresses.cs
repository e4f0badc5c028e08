// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Networks;

/// <summary>Classifies addresses that have no country, and finds the IPv4 address inside IPv6 transition formats.</summary>
/// <remarks>
/// From the IANA IPv4 and IPv6 special-purpose address registries. Asked before any table: tables fill gaps with the
/// neighbour's country, and registration data of such ranges would be noise.
/// </remarks>
internal static class SpecialAddresses
{
    /// <summary>What an address is. A 6to4, NAT64 or mapped address is replaced by the IPv4 address it carries.</summary>
    /// <returns>The kind; <see cref="NetworkKind.None"/> for an address of the public internet.</returns>
    public static NetworkKind Classify(ref ClientAddress address)
    {
        if (!address.IsKnown)
        {
            return NetworkKind.None;
        }

        if (address.IsIPv4)
        {
            return ClassifyV4((uint)address.Value);
        }

        ulong high = (ulong)(address.Value >> 64);
        ulong low = (ulong)address.Value;
        if (TryFindEmbedded(high, low, out uint embedded))
        {
            address = ClientAddress.FromIPv4(embedded);
            return ClassifyV4(embedded);
        }

        return ClassifyV6(high, low);
    }

    private static NetworkKind ClassifyV4(uint address) => (address >> 24) switch
    {
        0 => NetworkKind.NonPublic | NetworkKind.Unassigned,
        10 => NetworkKind.NonPublic | NetworkKind.PrivateUse,
        100 when (address & 0xFFC0_0000) == 0x6440_0000 => NetworkKind.NonPublic | NetworkKind.CarrierNat,
        127 => NetworkKind.NonPublic | NetworkKind.Loopback,
        169 when address >> 16 == 0xA9FE => NetworkKind.NonPublic | NetworkKind.LinkLocal,
        172 when (address & 0xFFF0_0000) == 0xAC10_0000 => NetworkKind.NonPublic | NetworkKind.PrivateUse,
        192 => ClassifyV4From192(address),
        198 when (address & 0xFFFE_0000) == 0xC612_0000 => NetworkKind.NonPublic | NetworkKind.Benchmarking,
        198 when address >> 8 == 0xC6_3364 => NetworkKind.NonPublic | NetworkKind.Documentation,
        203 when address >> 8 == 0xCB_0071 => NetworkKind.NonPublic | NetworkKind.Documentation,
        >= 224 and < 240 => NetworkKind.NonPublic | NetworkKind.Multicast,
        >= 240 => NetworkKind.NonPublic | NetworkKind.Unassigned,
        _ => NetworkKind.None,
    };

    private static NetworkKind ClassifyV4From192(uint address) => (address >> 8) switch
    {
        0xC0_0000 => NetworkKind.NonPublic | NetworkKind.Unassigned,      // 192.0.0.0/24, protocol assignments
        0xC0_0002 => NetworkKind.NonPublic | NetworkKind.Documentation, // 192.0.2.0/24
        0xC0_5863 => NetworkKind.Tunnel,                                // 192.88.99.0/24, 6to4 relay anycast
        >= 0xC0_A800 and <= 0xC0_A8FF => NetworkKind.NonPublic | NetworkKind.PrivateUse,
        _ => NetworkKind.None,
    };

    private static bool TryFindEmbedded(ulong high, ulong low, out uint address)
    {
        if (high == 0 && low >> 32 == 0xFFFF)
        {
            address = (uint)low; // ::ffff:0:0/96
            return true;
        }

        if (high == 0x0064_FF9B_0000_0000 && low >> 32 == 0)
        {
            address = (uint)low; // 64:ff9b::/96, NAT64
            return true;
        }

        address = (uint)(high >> 16); // 2002::/16, 6to4
        return high >> 48 == 0x2002;
    }

    private static NetworkKind ClassifyV6(ulong high, ulong low)
    {
        if (high >> 61 == 1)
        {
            return ClassifyGlobalUnicast(high);
        }

        if (high == 0)
        {
            return low == 1 ? NetworkKind.NonPublic | NetworkKind.Loopback : NetworkKind.NonPublic | NetworkKind.Unassigned;
        }

        return (high >> 56) switch
        {
            0xFC or 0xFD => NetworkKind.NonPublic | NetworkKind.PrivateUse,
            0xFF => NetworkKind.NonPublic | NetworkKind.Multicast,
            0xFE when (high >> 54 & 3) == 2 => NetworkKind.NonPublic | NetworkKind.LinkLocal,
            0xFE when (high >> 54 & 3) == 3 => NetworkKind.NonPublic | NetworkKind.PrivateUse, // fec0::/10, old site-local
            0x00 when high >> 16 == 0x0064_FF9B_0001 => NetworkKind.NonPublic | NetworkKind.PrivateUse,
            _ => NetworkKind.NonPublic | NetworkKind.Unassigned, // IANA gives out 2000::/3 only
        };
    }

    private static NetworkKind ClassifyGlobalUnicast(ulong high) => (high >> 32) switch
    {
        0x2001_0000 => NetworkKind.Tunnel, // Teredo
        0x2001_0002 when high >> 16 == 0x2001_0002_0000 => NetworkKind.NonPublic | NetworkKind.Benchmarking,
        > 0x2001_0000 and < 0x2001_0200 => NetworkKind.NonPublic | NetworkKind.Unassigned, // 2001::/23, protocol assignments
        0x2001_0DB8 => NetworkKind.NonPublic | NetworkKind.Documentation,
        >= 0x3FFF_0000 and <= 0x3FFF_0FFF => NetworkKind.NonPublic | NetworkKind.Documentation,
        _ => NetworkKind.None,
    };
}
