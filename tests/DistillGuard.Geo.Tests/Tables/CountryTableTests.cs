// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Tables;

public sealed class CountryTableTests
{
    [TestCase("1.1.1.1", "AU")]
    [TestCase("8.8.8.8", "US")]
    [TestCase("77.88.8.8", "RU")]
    [TestCase("114.114.114.114", "CN")]
    [TestCase("168.95.1.1", "TW")]
    [TestCase("210.0.128.1", "HK")]
    [TestCase("202.175.3.3", "MO")]
    [TestCase("178.22.122.100", "IR")]
    [TestCase("175.45.176.1", "KP")]
    [TestCase("200.55.128.3", "CU")]
    [TestCase("2001:4860:4860::8888", "US")]
    [TestCase("2400:da00::6666", "CN")]
    [TestCase("2a02:6b8::feed:0ff", "RU")]
    public void Find_KnownAllocation_TellsItsCountry(string address, string country) =>
        Assert.That(CountryTable.Embedded.Find(Addresses.Parse(address)).Country.ToString(), Is.EqualTo(country));

    [Test]
    public void Find_NotKnown_TellsNothing() =>
        Assert.That(CountryTable.Embedded.Find(default), Is.EqualTo(default(AddressOrigin)));

    [Test]
    public void Find_OneReadingOnly_IsOfMediumConfidence() =>
        Assert.That(
            CountryTable.Embedded.Find(Addresses.Parse("8.8.8.8")).Confidence, Is.EqualTo(OriginConfidence.Medium));

    [Test]
    public void Find_Singapore_IsOfLowConfidence() =>
        Assert.That(
            CountryTable.Embedded.Find(Addresses.Parse("165.21.83.88")),
            Is.EqualTo(new AddressOrigin
            {
                Country = CountryCode.Parse("SG"),
                Registered = CountryCode.Parse("SG"),
                Confidence = OriginConfidence.Low,
                Source = CountryTable.Embedded.Name,
            }));

    [Test]
    public void Embedded_Always_CarriesDateAndSource()
    {
        CountryTable table = CountryTable.Embedded;

        Assert.Multiple(() =>
        {
            Assert.That(table.DataDate, Is.EqualTo(new DateOnly(2026, 6, 17)));
            Assert.That(table.SourceName, Is.EqualTo("@ip-location-db/asn-country"));
            Assert.That(table.SourceVersion, Is.EqualTo("2.3.2026061719"));
        });
    }

    [Test]
    public void Embedded_AskedTwice_IsDecodedOnce()
    {
        CountryTable first = CountryTable.Embedded;

        Assert.That(CountryTable.Embedded, Is.SameAs(first));
    }

    [Test]
    public void Embedded_EveryCode_IsAssigned() =>
        Assert.That(
            CountryTable.Embedded.Decoded.Codes, Has.All.Matches<string>(code => IsoCountries.Contains(CountryCode.Parse(code))));

    [Test]
    public void Embedded_HundredThousandV4_IndexSearchAndScanAgree()
    {
        AddressRangeTable ranges = CountryTable.Embedded.Decoded.Ranges;
        ClientAddress[] addresses = Addresses.Random(seed: 1, 100_000, isV4: true);
        Array.Sort(addresses, (left, right) => left.Value.CompareTo(right.Value));

        int position = 0;
        foreach (ClientAddress address in addresses)
        {
            uint value = (uint)address.Value;
            while (position + 1 < ranges.V4Count && ranges.V4Start(position + 1) <= value)
            {
                position++;
            }

            ushort scanned = ranges.FindV4WithoutIndex(ranges.V4Start(position));
            if (ranges.FindV4(value) != scanned || ranges.FindV4WithoutIndex(value) != scanned)
            {
                Assert.Fail($"0x{value:x8} differs");
            }
        }
    }

    [Test]
    public void Embedded_EveryV4Boundary_IsFoundOnBothSides()
    {
        AddressRangeTable ranges = CountryTable.Embedded.Decoded.Ranges;

        for (int position = 1; position < ranges.V4Count; position++)
        {
            uint start = ranges.V4Start(position);
            ushort here = ranges.FindV4WithoutIndex(start);
            if (ranges.FindV4(start) != here
                || ranges.FindV4(start - 1) != ranges.FindV4WithoutIndex(ranges.V4Start(position - 1))
                || ranges.FindV4(start - 1) == here)
            {
                Assert.Fail($"boundary 0x{start:x8} is lost");
            }
        }
    }

    [Test]
    public void Embedded_EveryV6Boundary_ChangesTheCountry()
    {
        AddressRangeTable ranges = CountryTable.Embedded.Decoded.Ranges;

        for (int position = 1; position < ranges.V6Count; position++)
        {
            UInt128 start = ranges.V6Start(position);
            if (ranges.FindV6(start) == ranges.FindV6(start - 1)
                || ranges.FindV6(start - 1) != ranges.FindV6(ranges.V6Start(position - 1)))
            {
                Assert.Fail($"boundary 0x{start:x32} is lost");
            }
        }
    }

    [Test]
    public void Find_SteadyState_AllocatesNothing()
    {
        CountryTable table = CountryTable.Embedded;
        ClientAddress[] v4 = Addresses.Random(seed: 2, 1_000, isV4: true);
        ClientAddress[] v6 = Addresses.Random(seed: 3, 1_000, isV4: false);
        int known = 0;

        long bytes = Allocation.Of(() =>
        {
            foreach (ClientAddress address in v4)
            {
                known += table.Find(address).Country.IsKnown ? 1 : 0;
            }

            foreach (ClientAddress address in v6)
            {
                known += table.Find(address).Country.IsKnown ? 1 : 0;
            }
        });

        Assert.That((bytes, known > 0), Is.EqualTo((0L, true)));
    }

    [Test]
    public void Load_NoFile_NamesFileAndRemedy() =>
        Assert.That(
            () => CountryTable.Load("/nowhere/table.br"),
            Throws.InstanceOf<FileNotFoundException>().With.Message.Contains("/nowhere/table.br").And.Message.Contains("Name"));

    [Test]
    public void Load_CutOff_NamesFileReasonAndRemedy()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = EmbeddedTable.Bytes();
        string path = folder.Write("cut.br", bytes[..(bytes.Length / 2)]);

        Assert.That(
            () => CountryTable.Load(path),
            Throws.InstanceOf<InvalidDataException>()
                .With.Message.StartsWith(path).And.Message.Contains("damaged or cut off").And.Message.Contains("Build it again"));
    }

    [Test]
    public void Load_SameBytes_AnswersLikeTheEmbeddedTable()
    {
        using var folder = new TemporaryFolder();
        CountryTable loaded = CountryTable.Load(folder.Write("same.br", EmbeddedTable.Bytes()));

        Assert.That(
            Addresses.Random(seed: 4, 1_000, isV4: true).Select(loaded.Find),
            Is.EqualTo(Addresses.Random(seed: 4, 1_000, isV4: true).Select(CountryTable.Embedded.Find)));
    }
}
