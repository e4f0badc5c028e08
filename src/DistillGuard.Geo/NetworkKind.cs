// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo;

/// <summary>What is known of the network an address belongs to. None of it is evidence of distillation by itself.</summary>
/// <remarks>
/// The kinds up to <see cref="Tunnel"/> follow from the address itself (IANA special-purpose registries). <see cref="Hosting"/>,
/// <see cref="Relay"/> and <see cref="Tor"/> are set only by what the operator supplies: a network list or
/// an .mmdb file that says so. Without such a list their absence means "not known", not "no".
/// </remarks>
[Flags]
public enum NetworkKind : ushort
{
    /// <summary>Nothing is known.</summary>
    None = 0,

    /// <summary>Not an address of the public internet, so no country. Set together with the reason, where there is one.</summary>
    NonPublic = 1,

    /// <summary>The host itself: 127.0.0.0/8, ::1.</summary>
    Loopback = 1 << 1,

    /// <summary>Private use: RFC 1918, unique local and site-local addresses, local-use NAT64.</summary>
    PrivateUse = 1 << 2,

    /// <summary>Link-local: 169.254.0.0/16, fe80::/10.</summary>
    LinkLocal = 1 << 3,

    /// <summary>Shared space behind a carrier's NAT: 100.64.0.0/10.</summary>
    CarrierNat = 1 << 4,

    /// <summary>Reserved for documentation.</summary>
    Documentation = 1 << 5,

    /// <summary>Reserved for benchmarks.</summary>
    Benchmarking = 1 << 6,

    /// <summary>Multicast.</summary>
    Multicast = 1 << 7,

    /// <summary>Kept back by IANA or not given out for public use.</summary>
    Unassigned = 1 << 8,

    /// <summary>A tunnel that hides where the client is: Teredo, the 6to4 relay anycast network.</summary>
    Tunnel = 1 << 9,

    /// <summary>A data centre. Usual for API traffic: customers call from clouds.</summary>
    Hosting = 1 << 10,

    /// <summary>A VPN, privacy relay, proxy or corporate egress service; its country is not its user's.</summary>
    Relay = 1 << 11,

    /// <summary>A Tor exit.</summary>
    Tor = 1 << 12,
}
