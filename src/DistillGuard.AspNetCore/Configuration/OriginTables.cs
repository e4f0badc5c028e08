// SPDX-License-Identifier: MIT

using DistillGuard.Geo;
using DistillGuard.Geo.Databases;
using DistillGuard.Geo.Networks;
using DistillGuard.Geo.Regions;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The settings of <c>geo-origin</c>.</summary>
internal static class OriginTables
{
    private static readonly string[] Confidences =
        [nameof(OriginConfidence.Low), nameof(OriginConfidence.Medium), nameof(OriginConfidence.High)];

    public static readonly SettingsTable<GeoOriginOptions> Origin = new SettingsTable<GeoOriginOptions>()
        .Flag(nameof(GeoOriginOptions.UseEmbeddedTable), static (options, value) => options.UseEmbeddedTable = value)
        .Texts(
            "Databases",
            static path => MmdbOriginSource.Load(path),
            static (options, sources) => AddAll(options.Sources, sources),
            "Address databases (.mmdb) asked before the table inside the package, the most trusted first. Default: none.")
        .Texts(
            "HostingNetworks",
            static path => NetworkList.Load(path, NetworkKind.Hosting),
            static (options, lists) => AddAll(options.NetworkLists, lists),
            "Files that list the networks of data centres. Default: none.")
        .Texts(
            "RelayNetworks",
            static path => NetworkList.Load(path, NetworkKind.Relay),
            static (options, lists) => AddAll(options.NetworkLists, lists),
            "Files that list the networks of VPNs, privacy relays and corporate egress. Default: none.")
        .Texts(
            "TorNetworks",
            static path => NetworkList.Load(path, NetworkKind.Tor),
            static (options, lists) => AddAll(options.NetworkLists, lists),
            "Files that list Tor exits. Default: none.")
        .Text(nameof(GeoOriginOptions.Regions), static name => RegionPolicy.Load(name), static (options, value) => options.Regions = value)
        .Choice<OriginConfidence>(
            nameof(GeoOriginOptions.MinimumRegionConfidence), Confidences, static (options, value) => options.MinimumRegionConfidence = value)
        .Choice<OriginConfidence>(
            nameof(GeoOriginOptions.MinimumConfidence), Confidences, static (options, value) => options.MinimumConfidence = value)
        .Duration(nameof(GeoOriginOptions.Window), static (options, value) => options.Window = value)
        .Whole(nameof(GeoOriginOptions.CountriesAtOnce), static (options, value) => options.CountriesAtOnce = value)
        .Duration(nameof(GeoOriginOptions.DeclaredHalfLife), static (options, value) => options.DeclaredHalfLife = value)
        .Number(nameof(GeoOriginOptions.DeclaredMinimumRequests), static (options, value) => options.DeclaredMinimumRequests = value)
        .Number(nameof(GeoOriginOptions.DeclaredMismatchShare), static (options, value) => options.DeclaredMismatchShare = value)
        .Number(nameof(GeoOriginOptions.DeclaredMismatchWeight), static (options, value) => options.DeclaredMismatchWeight = value)
        .Number(nameof(GeoOriginOptions.SeveralCountriesWeight), static (options, value) => options.SeveralCountriesWeight = value)
        .Number(nameof(GeoOriginOptions.HostingWeight), static (options, value) => options.HostingWeight = value)
        .Number(nameof(GeoOriginOptions.RelayWeight), static (options, value) => options.RelayWeight = value)
        .Number(nameof(GeoOriginOptions.TorWeight), static (options, value) => options.TorWeight = value)
        .Duration(nameof(GeoOriginOptions.MaxDataAge), static (options, value) => options.MaxDataAge = value);

    private static void AddAll<TItem>(IList<TItem> list, IEnumerable<TItem> items)
    {
        foreach (TItem item in items)
        {
            list.Add(item);
        }
    }
}
