// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Geo;

/// <summary>Sends requests from addresses through a guard with <c>geo-origin</c> alone, over a clock of its own.</summary>
internal sealed class GeoTraffic
{
    public const string Germany = "91.0.0.1";
    public const string France = "90.0.0.1";
    public const string Spain = "80.58.61.250";
    public const string Brazil = "200.160.0.8";
    public const string China = "114.114.114.114";
    public const string Singapore = "165.21.83.88";

    private readonly DistillationGuard _guard;

    public GeoTraffic(Action<GeoOriginOptions>? configure = null) =>
        _guard = new DistillationGuardBuilder().AddGeoOrigin(configure).Build();

    public DateTimeOffset Now { get; private set; } = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public string Declared { get; set; } = string.Empty;

    public List<Signal> Signals { get; } = [];

    public Verdict Last { get; private set; }

    public DistillationGuard Guard => _guard;

    public IEnumerable<string> Ids => Signals.Select(signal => signal.Info.Id).Distinct(StringComparer.Ordinal);

    public GeoTraffic Send(string address, TimeSpan after, string account = "a")
    {
        Now += after;
        CountryCode declared = Declared.Length == 0 ? default : CountryCode.Parse(Declared);
        Last = _guard.Inspect(new InferenceRequest
        {
            Time = Now,
            Caller = new Caller { Account = account, Address = Addresses.Parse(address), AccountCountry = declared },
        });
        Signals.AddRange(Last.Signals);
        return this;
    }

    public GeoTraffic SendMany(int count, TimeSpan every, params string[] addresses)
    {
        for (int request = 0; request < count; request++)
        {
            Send(addresses[request % addresses.Length], every);
        }

        return this;
    }
}
