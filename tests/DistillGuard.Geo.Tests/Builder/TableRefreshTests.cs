// SPDX-License-Identifier: MIT

using CsCheck;
using DistillGuard.Geo.Tables;

namespace DistillGuard.Geo.Builder;

public sealed class TableRefreshTests
{
    private const string Manifest = """{ "name": "@ip-location-db/asn-country", "version": "2.3.2026061719" }""";

    private static readonly string[] Codes = ["DE", "FR", "CN", "HK", "TW"];

    [Test]
    public void Run_SmallPackage_WritesATableThatAnswers()
    {
        using var folder = Package("1.0.0.0,1.0.0.255,AU\n1.0.1.0,1.0.3.255,CN\n", "2001:200::,2001:200:ffff::,JP\n");
        string target = Path.Combine(folder.Path, "out.br");

        RefreshReport report = TableRefresh.Run(folder.Path, target);

        CountryTable table = CountryTable.Load(target);
        Assert.Multiple(() =>
        {
            Assert.That(table.Find(Addresses.Parse("1.0.0.255")).Country.ToString(), Is.EqualTo("AU"));
            Assert.That(table.Find(Addresses.Parse("1.0.1.0")).Country.ToString(), Is.EqualTo("CN"));
            Assert.That(table.Find(Addresses.Parse("0.255.255.255")).Country.IsKnown, Is.False);
            Assert.That(table.Find(Addresses.Parse("2001:200::1")).Country.ToString(), Is.EqualTo("JP"));
            Assert.That(table.DataDate, Is.EqualTo(new DateOnly(2026, 6, 17)));
            Assert.That(report.Describe(), Does.Contain("2 IPv4, 1 IPv6"));
        });
    }

    [TestCase("1.0.0.0,1.0.0.255", ":1: '1.0.0.0,1.0.0.255' has 2 fields")]
    [TestCase("1.0.0.0,x,AU", ":1: 'x' is not an IPv4 address")]
    [TestCase("2001::,2001::1,AU", ":1: '2001::' is not an IPv4 address")]
    [TestCase("1.0.0.9,1.0.0.1,AU", "ends before it starts")]
    [TestCase("1.0.0.0,1.0.0.255,AU\n1.0.0.255,1.0.1.0,DE", ":2: '1.0.0.255,1.0.1.0,DE' starts inside")]
    [TestCase("1.0.0.0,1.0.0.255,XK", ":1: 'XK' is not a code that ISO 3166-1 assigns; correct it, or write ZZ")]
    [TestCase("", "it has no rows")]
    public void Run_BrokenRow_NamesLineValueReasonAndRemedy(string rows, string expected)
    {
        using var folder = Package(rows, "2001:200::,2001:200:ffff::,JP\n");

        Assert.That(
            () => TableRefresh.Run(folder.Path, Path.Combine(folder.Path, "out.br")),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains(expected));
    }

    [Test]
    public void Run_BrokenSource_LeavesTheOldTable()
    {
        using var folder = Package("1.0.0.0,1.0.0.255,XX\n", "2001:200::,2001:200:ffff::,JP\n");
        string target = folder.Write("out.br", "old");

        Assert.That(() => TableRefresh.Run(folder.Path, target), Throws.InstanceOf<InvalidDataException>());
        Assert.That(File.ReadAllText(target), Is.EqualTo("old"));
    }

    [Test]
    public void Run_ManyBrokenRows_ReportsTheFirstTwenty()
    {
        using var folder = Package(string.Concat(Enumerable.Repeat("x\n", 100)), "2001:200::,2001:200:ffff::,JP\n");

        Assert.That(
            () => TableRefresh.Run(folder.Path, Path.Combine(folder.Path, "out.br")),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("only the first 20").And.Message.Not.Contains(":21:"));
    }

    [Test]
    public void Run_NoPackage_SaysWhatToName()
    {
        using var folder = new TemporaryFolder();

        Assert.That(
            () => TableRefresh.Run(folder.Path, "out.br"),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("package.json").And.Message.Contains("Name the folder"));
    }

    [Test]
    public void Run_VersionWithoutDate_Refuses()
    {
        using var folder = Package("1.0.0.0,1.0.0.255,AU\n", "2001:200::,2001:200:ffff::,JP\n");
        folder.Write("package.json", """{ "name": "asn-country", "version": "3.0.0" }""");

        Assert.That(
            () => TableRefresh.Run(folder.Path, "out.br"),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("'3.0.0' does not end in a date"));
    }

    [Test]
    public void Encode_RangeInsideA64_Refuses() =>
        Assert.That(
            () => CountryTableEncoder.Encode(
                new CountryTableHeader(default, "s", "v"),
                [],
                [new CountryRange(new UInt128(1UL << 61, 5), new UInt128(1UL << 61, 9), CountryCode.Parse("DE"))]),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("inside a /64"));

    [Test]
    public void Encode_RandomV4Ranges_ReadBackLikeAScan() =>
        Gen.Select(Gen.UInt, Gen.Int[0, 20], Gen.Int[0, Codes.Length - 1]).Array[2, 40].Sample(
            picks =>
            {
                CountryRange[] ranges = Ranges(picks.Select(pick => ((UInt128)(pick.Item1 >> pick.Item2 << pick.Item2), pick.Item3)));
                CountryTable table = CountryTable.From(CountryTableEncoder.Encode(Header(), ranges, []));
                return Probes(ranges, uint.MaxValue).All(probe =>
                    table.Find(ClientAddress.FromIPv4((uint)probe)).Country == Scan(ranges, probe));
            },
            iter: 1_000,
            seed: "0000000000001");

    [Test]
    public void Encode_RandomV6Ranges_ReadBackLikeAScan() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 40], Gen.Int[0, Codes.Length - 1]).Array[2, 40].Sample(
            picks =>
            {
                CountryRange[] ranges = Ranges(picks.Select(
                    pick => (new UInt128((pick.Item1 >> pick.Item2 << pick.Item2 >> 3) | (1UL << 61), 0), pick.Item3)));
                CountryTable table = CountryTable.From(CountryTableEncoder.Encode(Header(), [], ranges));
                return Probes(ranges, UInt128.MaxValue).All(probe =>
                    table.Find(ClientAddress.FromIPv6(probe)).Country == Scan(ranges, probe));
            },
            iter: 1_000,
            seed: "0000000000002");

    private static CountryTableHeader Header() => new(new DateOnly(2026, 1, 1), "random", "1");

    /// <summary>Ranges that begin at the picked addresses; every third ends early, so that gaps are left.</summary>
    private static CountryRange[] Ranges(IEnumerable<(UInt128 Start, int Code)> picks)
    {
        (UInt128 Start, int Code)[] sorted = [.. picks.DistinctBy(pick => pick.Start).OrderBy(pick => pick.Start)];
        var ranges = new List<CountryRange>();
        for (int position = 0; position + 1 < sorted.Length; position++)
        {
            UInt128 last = sorted[position + 1].Start - 1;
            UInt128 end = position % 3 == 2 ? sorted[position].Start : last;
            ranges.Add(new CountryRange(sorted[position].Start, end, CountryCode.Parse(Codes[sorted[position].Code])));
        }

        return [.. ranges];
    }

    private static IEnumerable<UInt128> Probes(CountryRange[] ranges, UInt128 top) =>
        ranges.SelectMany(range => new[]
        {
            range.First,
            range.Last,
            range.First == UInt128.Zero ? UInt128.Zero : range.First - 1,
            range.Last == top ? top : range.Last + 1,
        }).Append(top).Append(UInt128.Zero);

    private static CountryCode Scan(CountryRange[] ranges, UInt128 address)
    {
        CountryCode country = default;
        foreach (CountryRange range in ranges)
        {
            if (range.First <= address)
            {
                country = range.Country; // a gap keeps the country before it
            }
        }

        return country;
    }

    private static TemporaryFolder Package(string v4, string v6)
    {
        var folder = new TemporaryFolder();
        folder.Write("package.json", Manifest);
        folder.Write("asn-country-ipv4.csv", v4);
        folder.Write("asn-country-ipv6.csv", v6);
        return folder;
    }
}
