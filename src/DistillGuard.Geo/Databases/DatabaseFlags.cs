// SPDX-License-Identifier: MIT

using MaxMind.Db;

namespace DistillGuard.Geo.Databases;

/// <summary>Flags that a record carries at its top or in <c>traits</c>.</summary>
/// <remarks>Typed as objects: other types under these keys say nothing, only a Boolean true counts.</remarks>
internal abstract class DatabaseFlags
{
    [MapKey("is_hosting_provider")]
    public object? IsHostingProvider { get; init; }

    [MapKey("is_tor_exit_node")]
    public object? IsTorExitNode { get; init; }

    [MapKey("is_anonymous_vpn")]
    public object? IsAnonymousVpn { get; init; }

    [MapKey("is_public_proxy")]
    public object? IsPublicProxy { get; init; }

    [MapKey("is_residential_proxy")]
    public object? IsResidentialProxy { get; init; }

    [MapKey("is_anonymous_proxy")]
    public object? IsAnonymousProxy { get; init; }

    [MapKey("is_anycast")]
    public object? IsAnycast { get; init; }

    [MapKey("is_satellite_provider")]
    public object? IsSatelliteProvider { get; init; }

    /// <summary>Adds what the flags say to a reading.</summary>
    public void AddTo(ref MmdbReading reading)
    {
        if (IsHostingProvider is true)
        {
            reading.Kind |= NetworkKind.Hosting;
        }

        if (IsTorExitNode is true)
        {
            reading.Kind |= NetworkKind.Tor;
        }

        if (IsAnonymousVpn is true || IsPublicProxy is true || IsResidentialProxy is true || IsAnonymousProxy is true)
        {
            reading.Kind |= NetworkKind.Relay;
        }

        reading.IsDoubtful |= IsAnycast is true || IsSatelliteProvider is true;
    }
}
