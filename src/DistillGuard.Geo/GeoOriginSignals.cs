// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Geo;

/// <summary>What <c>geo-origin</c> can say.</summary>
internal static class GeoOriginSignals
{
    public static readonly SignalInfo Unsupported = new()
    {
        Id = "region.unsupported",
        Title = "Comes from a region that the operator's terms do not cover",
        Family = SignalFamily.Origin,
        Reason = "the address belongs to {2} (confidence {0:F0} of 3), which the operator's region policy lists as unsupported",
        Innocent = "a traveller, a company's egress, a shared edge, or a network registered elsewhere than it is used.",
        IsPolicy = true,
    };

    public static readonly SignalInfo DeclaredMismatch = new()
    {
        Id = "origin.declared-country-mismatch",
        Title = "Is used nearly always from other countries than the one declared",
        Family = SignalFamily.Origin,
        Reason = "{0:P0} of requests of clear origin came from other countries than the declared one, the last from {2}; " +
            "up to {1:P0} passes",
        Innocent = "an expatriate, a company billed in another country, or servers that run elsewhere.",
        References = ["OWASP AISVS 11.5"],
    };

    public static readonly SignalInfo SeveralCountries = new()
    {
        Id = "origin.several-countries",
        Title = "Is used from several countries at once",
        Family = SignalFamily.Origin,
        Reason = "{0:F0} countries are in use in turn, the last {2}; fewer than {1:F0} pass",
        Innocent = "a team spread over countries on one account, servers in several regions, or an unlisted relay.",
        References = ["OWASP AISVS 11.5"],
    };

    public static readonly SignalInfo Hosting = new()
    {
        Id = "origin.hosting",
        Title = "Calls from a data centre",
        Family = SignalFamily.Origin,
        Reason = "the operator's data marks the address as a data centre",
        Innocent = "nearly every customer whose product runs in a cloud.",
    };

    public static readonly SignalInfo Relay = new()
    {
        Id = "origin.relay",
        Title = "Calls through a relay, VPN or proxy",
        Family = SignalFamily.Origin,
        Reason = "the operator's data marks the address as a relay; its country is not its user's",
        Innocent = "a company's egress service, a privacy relay, or a VPN on a hotel network.",
    };

    public static readonly SignalInfo Tor = new()
    {
        Id = "origin.tor",
        Title = "Calls through Tor",
        Family = SignalFamily.Origin,
        Reason = "the operator's data marks the address as a Tor exit; its country is not its user's",
        Innocent = "a person who values privacy or lives under censorship.",
    };
}
