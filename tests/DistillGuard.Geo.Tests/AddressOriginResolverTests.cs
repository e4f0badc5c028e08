// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Databases;
using DistillGuard.Geo.Networks;
using DistillGuard.Geo.Tables;

namespace DistillGuard.Geo;

public sealed class AddressOriginResolverTests
{
    [Test]
    public void Find_DatabaseAgreesWithRegistration_IsOfHighConfidence() =>
        Assert.That(
            WithDatabase("8.8.8.0/24", "US").Find(Addresses.Parse("8.8.8.8")),
            Is.EqualTo(Origin("US", "US", OriginConfidence.High, "Test-Country")));

    [Test]
    public void Find_DatabaseDisagreesWithRegistration_IsOfLowConfidence() =>
        Assert.That(
            WithDatabase("8.8.8.0/24", "DE").Find(Addresses.Parse("8.8.8.8")),
            Is.EqualTo(Origin("DE", "US", OriginConfidence.Low, "Test-Country")));

    [Test]
    public void Find_DatabaseKnowsNothing_TakesTheRegistration() =>
        Assert.That(
            WithDatabase("9.9.9.0/24", "DE").Find(Addresses.Parse("8.8.8.8")),
            Is.EqualTo(Origin("US", "US", OriginConfidence.Medium, CountryTable.Embedded.Name)));

    [Test]
    public void Find_ListedNetwork_TellsKindAndCountry()
    {
        var resolver = new AddressOriginResolver(
            [CountryTable.Embedded], [NetworkList.Read("relays", ["8.8.8.0/24"], NetworkKind.Relay)]);

        AddressOrigin origin = resolver.Find(Addresses.Parse("8.8.8.8"));

        Assert.That((origin.Country.ToString(), origin.Kind, origin.IsIndirect), Is.EqualTo(("US", NetworkKind.Relay, true)));
    }

    [TestCase("10.0.0.1")]
    [TestCase("100.64.1.1")]
    [TestCase("fe80::1%3")]
    [TestCase("fd00::1")]
    [TestCase("2001:db8::1")]
    [TestCase("2001::1")]
    [TestCase("::ffff:192.168.1.1")]
    public void Find_SpecialAddress_HasNoCountry(string address)
    {
        AddressOrigin origin = new AddressOriginResolver([CountryTable.Embedded]).Find(Addresses.Parse(address));

        Assert.That((origin.Country.IsKnown, origin.IsIndirect), Is.EqualTo((false, true)));
    }

    [TestCase("::ffff:77.88.8.8")]
    [TestCase("64:ff9b::4d58:808")]
    [TestCase("2002:4d58:808::1")]
    public void Find_CarriesAnIPv4Address_TellsItsCountry(string address) =>
        Assert.That(
            new AddressOriginResolver([CountryTable.Embedded]).Find(Addresses.Parse(address)).Country.ToString(),
            Is.EqualTo("RU"));

    [Test]
    public void Find_NotKnown_TellsNothing() =>
        Assert.That(new AddressOriginResolver([CountryTable.Embedded]).Find(default), Is.EqualTo(default(AddressOrigin)));

    [Test]
    public void DataDate_SeveralSources_IsTheOldest() =>
        Assert.That(WithDatabase("8.8.8.0/24", "US").DataDate, Is.EqualTo(CountryTable.Embedded.DataDate));

    [Test]
    public void Constructor_NoSource_Refuses() =>
        Assert.That(() => new AddressOriginResolver([]), Throws.ArgumentException);

    [Test]
    public void Find_SteadyState_AllocatesNothing()
    {
        AddressOriginResolver resolver = WithDatabase("8.8.8.0/24", "US");
        ClientAddress[] addresses =
            [.. Addresses.Random(seed: 1, 500, isV4: true), .. Addresses.Random(seed: 2, 500, isV4: false)];
        int known = 0;

        long bytes = Allocation.Of(() =>
        {
            foreach (ClientAddress address in addresses)
            {
                known += resolver.Find(address).Country.IsKnown ? 1 : 0;
            }
        });

        Assert.That((bytes, known > 0), Is.EqualTo((0L, true)));
    }

    private static AddressOriginResolver WithDatabase(string network, string code)
    {
        var writer = new MmdbWriter();
        writer.Add(network, Records.Flat(code));
        return new AddressOriginResolver(
            [writer.ToSource(), CountryTable.Embedded],
            [NetworkList.Read("exits", ["5.5.5.5"], NetworkKind.Tor)]);
    }

    private static AddressOrigin Origin(string country, string registered, OriginConfidence confidence, string source) => new()
    {
        Country = CountryCode.Parse(country),
        Registered = CountryCode.Parse(registered),
        Confidence = confidence,
        Source = source,
    };
}
