// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Networks;
using DistillGuard.Geo.Regions;
using DistillGuard.Requests;
using DistillGuard.Signals;

namespace DistillGuard.Geo;

public sealed class GeoOriginDetectorTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public void Inspect_UnsupportedRegion_IsAPolicyOutcomeWithTheCountry()
    {
        GeoTraffic traffic = WithPolicy().Send(GeoTraffic.China, Minute);

        Signal signal = traffic.Signals.Single();
        Assert.Multiple(() =>
        {
            Assert.That(signal.Info.Id, Is.EqualTo("region.unsupported"));
            Assert.That(signal.Info.IsPolicy, Is.True);
            Assert.That(signal.Tag.ToString(), Is.EqualTo("CN"));
            Assert.That(signal.Weight, Is.Zero);
            Assert.That(traffic.Last.Score, Is.Zero);
            Assert.That(traffic.Last.Families, Is.EqualTo(SignalFamilies.None));
        });
    }

    [Test]
    public void Inspect_UnsupportedRegion_IsExplainedAsNoEvidence() =>
        Assert.That(
            WithPolicy().Send(GeoTraffic.China, Minute).Last.Explain(),
            Does.Contain("Policy, no evidence of distillation").And.Contain("CN"));

    [Test]
    public void Inspect_DefaultOptions_HasNoUnsupportedRegion() =>
        Assert.That(new GeoTraffic().Send(GeoTraffic.China, Minute).Signals, Is.Empty);

    [TestCase(GeoTraffic.Germany)]
    [TestCase("168.95.1.1")] // Taiwan
    [TestCase("10.0.0.1")]
    [TestCase("2001::1")]
    public void Inspect_SupportedOrUnknownRegion_SaysNothing(string address) =>
        Assert.That(WithPolicy().Send(address, Minute).Signals, Is.Empty);

    [Test]
    public void Inspect_ConfidenceBelowThePolicysMinimum_SaysNothing()
    {
        var traffic = new GeoTraffic(options =>
        {
            options.Regions = RegionPolicy.Of("test", "SG", "CN");
            options.MinimumRegionConfidence = OriginConfidence.Medium;
        });

        traffic.Send(GeoTraffic.Singapore, Minute).Send(GeoTraffic.China, Minute);

        Assert.That(traffic.Signals.Single().Tag.ToString(), Is.EqualTo("CN"));
    }

    [Test]
    public void Inspect_CountriesInTurn_SignalsSeveralCountries()
    {
        GeoTraffic traffic = new GeoTraffic().SendMany(12, Minute, GeoTraffic.Germany, GeoTraffic.Brazil, GeoTraffic.China);

        Assert.That(
            traffic.Signals, Has.Some.Matches<Signal>(signal => signal.Info.Id == "origin.several-countries" && signal.Measure == 3));
    }

    [Test]
    public void Inspect_CountriesInTurn_WeighsNothingByDefault() =>
        Assert.That(
            new GeoTraffic().SendMany(60, Minute, GeoTraffic.Germany, GeoTraffic.Brazil, GeoTraffic.China).Signals,
            Has.All.Matches<Signal>(signal => signal.Weight == 0));

    [Test]
    public void Inspect_Traveller_SaysNothing()
    {
        var traffic = new GeoTraffic(options => options.CountriesAtOnce = 2) { Declared = "DE" };

        traffic.SendMany(200, TimeSpan.FromHours(1), GeoTraffic.Germany)
            .SendMany(5, Minute, GeoTraffic.Germany)
            .SendMany(5, Minute, GeoTraffic.France)
            .SendMany(20, TimeSpan.FromHours(1), GeoTraffic.Spain)
            .SendMany(20, TimeSpan.FromHours(1), GeoTraffic.Brazil)
            .SendMany(200, TimeSpan.FromHours(1), GeoTraffic.Germany);

        Assert.That(traffic.Ids, Is.Empty);
    }

    [Test]
    public void Inspect_ListedRelayChangingCountries_SaysOnlyThatItIsARelay()
    {
        var traffic = new GeoTraffic(options => options.NetworkLists.Add(NetworkList.Read(
            "relays", [GeoTraffic.France, GeoTraffic.Spain, GeoTraffic.Brazil], NetworkKind.Relay)))
        { Declared = "DE" };

        traffic.SendMany(300, Minute, GeoTraffic.Germany, GeoTraffic.France, GeoTraffic.Spain, GeoTraffic.Brazil);

        Assert.That(traffic.Ids, Is.EqualTo(["origin.relay"]));
    }

    [Test]
    public void Inspect_LowConfidenceCountries_AreIgnored() =>
        Assert.That(
            new GeoTraffic(options => options.CountriesAtOnce = 2)
                .SendMany(60, Minute, GeoTraffic.Singapore, GeoTraffic.Germany).Ids,
            Is.Empty);

    [Test]
    public void Inspect_PrivateAndTunnelAddresses_AreIgnored() =>
        Assert.That(
            new GeoTraffic(options => options.CountriesAtOnce = 2)
                .SendMany(60, Minute, "10.0.0.1", GeoTraffic.Germany, "2001::1", "fd00::1").Ids,
            Is.Empty);

    [Test]
    public void Inspect_TwoAccountsInTwoCountries_AreNotMixed()
    {
        var traffic = new GeoTraffic(options => options.CountriesAtOnce = 2);

        for (int round = 0; round < 20; round++)
        {
            traffic.Send(GeoTraffic.Germany, Minute, "first").Send(GeoTraffic.France, Minute, "second");
        }

        Assert.That(traffic.Signals, Is.Empty);
    }

    [Test]
    public void Inspect_AlwaysElsewhereThanDeclared_SignalsMismatch()
    {
        var traffic = new GeoTraffic { Declared = "FR" };

        traffic.SendMany(150, TimeSpan.FromMinutes(10), GeoTraffic.China);

        Signal signal = traffic.Signals[^1];
        Assert.Multiple(() =>
        {
            Assert.That(traffic.Ids, Is.EqualTo(["origin.declared-country-mismatch"]));
            Assert.That(signal.Tag.ToString(), Is.EqualTo("CN"));
            Assert.That(signal.Measure, Is.EqualTo(1f));
            Assert.That(signal.Weight, Is.Zero);
            Assert.That(signal.Describe(), Does.Contain("100 %"));
        });
    }

    [Test]
    public void Inspect_FewRequestsElsewhere_SaysNothing() =>
        Assert.That(
            new GeoTraffic { Declared = "FR" }.SendMany(99, TimeSpan.FromMinutes(10), GeoTraffic.China).Ids, Is.Empty);

    [Test]
    public void Inspect_NoDeclaredCountry_SaysNothing() =>
        Assert.That(new GeoTraffic().SendMany(300, TimeSpan.FromMinutes(10), GeoTraffic.China).Ids, Is.Empty);

    [Test]
    public void Inspect_UsedAsDeclared_SaysNothing() =>
        Assert.That(
            new GeoTraffic { Declared = "DE" }.SendMany(300, TimeSpan.FromMinutes(10), GeoTraffic.Germany).Ids, Is.Empty);

    [TestCase(NetworkKind.Hosting, "origin.hosting")]
    [TestCase(NetworkKind.Relay, "origin.relay")]
    [TestCase(NetworkKind.Tor, "origin.tor")]
    public void Inspect_ListedNetwork_SignalsItsClass(NetworkKind kind, string id)
    {
        var traffic = new GeoTraffic(options => options.NetworkLists.Add(
            NetworkList.Read("list", ["91.0.0.0/24"], kind)));

        traffic.Send(GeoTraffic.Germany, Minute).Send(GeoTraffic.France, Minute);

        Assert.That(traffic.Signals.Select(signal => (signal.Info.Id, signal.Weight)), Is.EqualTo([(id, 0f)]));
    }

    [Test]
    public void Inspect_OperatorSetsWeights_TheyReachTheScore()
    {
        var traffic = new GeoTraffic(options =>
        {
            options.NetworkLists.Add(NetworkList.Read("exits", [GeoTraffic.Germany], NetworkKind.Tor));
            options.TorWeight = 0.5;
        });

        traffic.Send(GeoTraffic.Germany, Minute);

        Assert.That(traffic.Last.Score, Is.EqualTo(0.5f));
    }

    [Test]
    public void Inspect_NoAddress_SaysNothing()
    {
        DistillationGuard guard = new DistillationGuardBuilder().AddGeoOrigin().Build();

        guard.Inspect(new InferenceRequest
        {
            Time = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            Caller = new Caller { Account = "a" },
        });

        Assert.That(guard.Counters.Faults, Is.Zero);
    }

    [Test]
    public void Inspect_DataOlderThanAllowed_CountsAndWarns()
    {
        var status = new GeoOriginStatus();
        var traffic = new GeoTraffic(options =>
        {
            options.Status = status;
            options.MaxDataAge = TimeSpan.FromDays(30);
        });

        traffic.Send(GeoTraffic.Germany, Minute).Send(GeoTraffic.Germany, Minute);

        Assert.That(
            (status.StaleRequests, status.DataDate, status.Warning),
            Is.EqualTo((
                2L,
                new DateOnly(2026, 6, 17),
                "The address data of geo-origin is of 2026-06-17; 2 requests were later than the age allowed. " +
                "Refresh the table or database, or raise MaxDataAge.")));
    }

    [Test]
    public void Inspect_DataFreshEnough_GivesNoWarning()
    {
        var status = new GeoOriginStatus();

        new GeoTraffic(options => options.Status = status).Send(GeoTraffic.Germany, Minute);

        Assert.That((status.StaleRequests, status.Warning), Is.EqualTo((0L, (string?)null)));
    }

    [Test]
    public void Inspect_SteadyState_AllocatesNothing()
    {
        DistillationGuard guard = new DistillationGuardBuilder().AddGeoOrigin(options =>
        {
            options.Regions = RegionPolicy.Load("common-unsupported-2026-11");
            options.NetworkLists.Add(NetworkList.Read("list", ["91.0.0.0/24"], NetworkKind.Hosting));
        }).Build();
        ClientAddress[] addresses = [.. Addresses.Random(seed: 1, 500, isV4: true), Addresses.Parse(GeoTraffic.Germany)];
        var time = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        CountryCode declared = CountryCode.Parse("DE");
        int signals = 0;

        long bytes = Allocation.Of(() =>
        {
            foreach (ClientAddress address in addresses)
            {
                time += TimeSpan.FromSeconds(20);
                signals += guard.Inspect(new InferenceRequest
                {
                    Time = time,
                    Caller = new Caller { Account = "a", Address = address, AccountCountry = declared },
                }).Signals.Length;
            }
        });

        Assert.That((bytes, signals > 0, guard.Counters.Faults), Is.EqualTo((0L, true, 0L)));
    }

    private static GeoTraffic WithPolicy() =>
        new(options => options.Regions = RegionPolicy.Load("common-unsupported-2026-11"));
}
