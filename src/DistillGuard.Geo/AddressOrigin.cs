// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Geo;

/// <summary>Where an address comes from, as far as is known. The default value means "nothing known".</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AddressOrigin
{
    private const NetworkKind Indirect =
        NetworkKind.NonPublic | NetworkKind.Tunnel | NetworkKind.Relay | NetworkKind.Tor | NetworkKind.Hosting;

    /// <summary>
    /// The country: where a located source places the address, otherwise where it is registered. Unknown for special
    /// addresses.
    /// </summary>
    public CountryCode Country { get; init; }

    /// <summary>The country the network is registered in, where a source says so.</summary>
    public CountryCode Registered { get; init; }

    /// <summary>What is known of the network.</summary>
    public NetworkKind Kind { get; init; }

    /// <summary>How far <see cref="Country"/> may be trusted.</summary>
    public OriginConfidence Confidence { get; init; }

    /// <summary>The name of the source that gave <see cref="Country"/>; null where none did.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the address may stand for somebody elsewhere: not public, a tunnel, a relay, Tor or a data centre.</summary>
    public bool IsIndirect => (Kind & Indirect) != NetworkKind.None;
}
