// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Networks;
using DistillGuard.Geo.Regions;

namespace DistillGuard.Geo;

/// <summary>Options of <c>geo-origin</c>.</summary>
/// <remarks>
/// Every weight is 0 unless the operator sets it: where a request comes from is no evidence of distillation. The engine also caps
/// the whole family (<c>FusionOptions.OriginCap</c>).
/// </remarks>
public sealed class GeoOriginOptions : IGuardOptions
{
    private const double MostWeight = 2;

    /// <summary>Sources asked before the table inside the package, the most trusted first. Default: none.</summary>
    public IList<IAddressOriginSource> Sources { get; } = [];

    /// <summary>Whether the registration table inside the package is asked last. Default: yes.</summary>
    public bool UseEmbeddedTable { get; set; } = true;

    /// <summary>The operator's lists of data centres, relays and Tor exits. Default: none.</summary>
    public IList<NetworkList> NetworkLists { get; } = [];

    /// <summary>The regions the operator's terms do not cover. Default: <see cref="RegionPolicy.None"/>.</summary>
    public RegionPolicy Regions { get; set; } = RegionPolicy.None;

    /// <summary>The confidence from which the region policy speaks. Low to High; default Low, because a policy is no accusation.</summary>
    public OriginConfidence MinimumRegionConfidence { get; set; } = OriginConfidence.Low;

    /// <summary>The confidence from which a country counts for the other measures. Low to High; default Medium.</summary>
    public OriginConfidence MinimumConfidence { get; set; } = OriginConfidence.Medium;

    /// <summary>For how long a country counts as in use after a request from it. One minute to one day; default one hour.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    /// <summary>From how many countries used in turn within the window a signal is given. 2 to 6; default 3.</summary>
    public int CountriesAtOnce { get; set; } = 3;

    /// <summary>How fast requests are forgotten in the comparison with the declared country. 1 to 365 days; default 30.</summary>
    public TimeSpan DeclaredHalfLife { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Requests of clear origin needed before they are compared with the declared country. 10 to 1,000,000; default 100.</summary>
    public double DeclaredMinimumRequests { get; set; } = 100;

    /// <summary>The share of them that may come from other countries. 0.5 to 0.99; default 0.9.</summary>
    public double DeclaredMismatchShare { get; set; } = 0.9;

    /// <summary>Weight of <c>origin.declared-country-mismatch</c> in natural log-odds. 0 to 2; default 0.</summary>
    public double DeclaredMismatchWeight { get; set; }

    /// <summary>Weight of <c>origin.several-countries</c> in natural log-odds. 0 to 2; default 0.</summary>
    public double SeveralCountriesWeight { get; set; }

    /// <summary>Weight of <c>origin.hosting</c> in natural log-odds. 0 to 2; default 0.</summary>
    public double HostingWeight { get; set; }

    /// <summary>Weight of <c>origin.relay</c> in natural log-odds. 0 to 2; default 0.</summary>
    public double RelayWeight { get; set; }

    /// <summary>Weight of <c>origin.tor</c> in natural log-odds. 0 to 2; default 0.</summary>
    public double TorWeight { get; set; }

    /// <summary>
    /// From which age, against the request's time, address data counts as stale. 1 to 3,650 days; default 180. About 0.15 to 0.2 %
    /// of IPv4 addresses change country in a month.
    /// </summary>
    public TimeSpan MaxDataAge { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Where the detector says how old its data is. Give one to read it later; it may be shared.</summary>
    public GeoOriginStatus Status { get; set; } = new();

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(Window), Window, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        problems.CheckRange(nameof(CountriesAtOnce), CountriesAtOnce, 2, RecentCountries.Capacity);
        problems.CheckRange(nameof(DeclaredHalfLife), DeclaredHalfLife, TimeSpan.FromDays(1), TimeSpan.FromDays(365));
        problems.CheckRange(nameof(DeclaredMinimumRequests), DeclaredMinimumRequests, 10, 1_000_000);
        problems.CheckRange(nameof(DeclaredMismatchShare), DeclaredMismatchShare, 0.5, 0.99);
        problems.CheckRange(nameof(DeclaredMismatchWeight), DeclaredMismatchWeight, 0, MostWeight);
        problems.CheckRange(nameof(SeveralCountriesWeight), SeveralCountriesWeight, 0, MostWeight);
        problems.CheckRange(nameof(HostingWeight), HostingWeight, 0, MostWeight);
        problems.CheckRange(nameof(RelayWeight), RelayWeight, 0, MostWeight);
        problems.CheckRange(nameof(TorWeight), TorWeight, 0, MostWeight);
        problems.CheckRange(nameof(MaxDataAge), MaxDataAge, TimeSpan.FromDays(1), TimeSpan.FromDays(3_650));
        CheckConfidence(problems, nameof(MinimumRegionConfidence), MinimumRegionConfidence);
        CheckConfidence(problems, nameof(MinimumConfidence), MinimumConfidence);
        CheckReferences(problems);
    }

    private static void CheckConfidence(OptionsProblems problems, string name, OriginConfidence confidence)
    {
        if (confidence is < OriginConfidence.Low or > OriginConfidence.High)
        {
            problems.Add($"{name} is {confidence}; it must be Low, Medium or High.");
        }
    }

    private void CheckReferences(OptionsProblems problems)
    {
        if (Regions is null || Status is null || Sources.Contains(null!) || NetworkLists.Contains(null!))
        {
            problems.Add(
                $"{nameof(Regions)}, {nameof(Status)}, or an entry of {nameof(Sources)} or {nameof(NetworkLists)} is null; " +
                $"give a value, or {nameof(RegionPolicy)}.{nameof(RegionPolicy.None)} for no policy.");
        }

        if (!UseEmbeddedTable && Sources.Count == 0)
        {
            problems.Add(
                $"{nameof(UseEmbeddedTable)} is off and {nameof(Sources)} is empty, so no country could be told; add a source.");
        }
    }
}
