// SPDX-License-Identifier: MIT

using System.Net;
using CsCheck;
using MaxMind.Db;

namespace DistillGuard.Geo.Databases;

public sealed class MmdbOriginSourceTests
{
    [TestCase(24, true)]
    [TestCase(28, true)]
    [TestCase(32, true)]
    [TestCase(24, false)]
    [TestCase(28, false)]
    [TestCase(32, false)]
    public void Find_RandomDatabase_AgreesWithMaxMindReader(int recordSize, bool isV6)
    {
        byte[] file = RandomDatabase(recordSize, isV6, seed: recordSize);
        MmdbOriginSource source = MmdbOriginSource.From(file);
        using var stream = new MemoryStream(file);
        using var oracle = new Reader(stream);
        IEnumerable<ClientAddress> addresses = Addresses.Random(seed: 7, 5_000, isV4: true);
        if (isV6)
        {
            addresses = addresses.Concat(Addresses.Random(seed: 8, 5_000, isV4: false));
        }

        int known = 0;
        foreach (ClientAddress address in addresses)
        {
            ClientAddress plain = address;
            if (Networks.SpecialAddresses.Classify(ref plain) != NetworkKind.None)
            {
                continue;
            }

            IPAddress text = Addresses.ToIPAddress(plain);
            string expected = CodeOf(oracle.Find<Dictionary<string, object>>(text));
            Assert.That(source.Find(address).Country.ToString(), Is.EqualTo(expected), text.ToString());
            known += expected.Length == 0 ? 0 : 1;
        }

        Assert.That(known, Is.GreaterThan(1_000));
    }

    [Test]
    public void Find_NetworkInsideA64_TellsBothSides()
    {
        var writer = new MmdbWriter();
        writer.Add("2a00:1::/64", Records.Flat("DE"));
        writer.Add("2a00:1:0:0:8000::/65", Records.Flat("FR"));
        MmdbOriginSource source = MmdbOriginSource.From(writer.ToArray());

        Assert.That(
            (Find(source, "2a00:1::1").Country.ToString(), Find(source, "2a00:1::8000:0:0:1").Country.ToString()),
            Is.EqualTo(("DE", "FR")));
    }

    [Test]
    public void Find_V4AliasesInsideV6_AnswerLikeTheIPv4Address()
    {
        var writer = new MmdbWriter();
        writer.Add("81.0.0.0/8", Records.Flat("DE"));
        MmdbOriginSource source = MmdbOriginSource.From(writer.ToArray());

        Assert.That(
            new[] { "81.2.3.4", "::ffff:81.2.3.4", "64:ff9b::5102:304", "2002:5102:304::1" }.Select(
                address => Find(source, address).Country.ToString()),
            Is.All.EqualTo("DE"));
    }

    [TestCase("DE", "DE", OriginConfidence.High)]
    [TestCase("DE", "US", OriginConfidence.Low)]
    [TestCase("DE", null, OriginConfidence.Medium)]
    [TestCase(null, "DE", OriginConfidence.Low)]
    public void Find_NestedRecord_WeighsLocationAgainstRegistration(string? country, string? registered, OriginConfidence expected)
    {
        AddressOrigin origin = Single(Records.Nested(country, registered));

        Assert.That((origin.Country.ToString(), origin.Confidence), Is.EqualTo(("DE", expected)));
    }

    [Test]
    public void Find_CountryAsPlainText_IsRead() =>
        Assert.That(
            Single(new MmdbMap { ["country"] = "FR" }).Country.ToString(), Is.EqualTo("FR"));

    [Test]
    public void Find_CountryNameBesideCode_TakesTheCode() =>
        Assert.That(
            Single(new MmdbMap { ["country"] = "France", ["country_code"] = "FR" }).Country.ToString(),
            Is.EqualTo("FR"));

    [TestCase("is_hosting_provider", NetworkKind.Hosting)]
    [TestCase("is_tor_exit_node", NetworkKind.Tor)]
    [TestCase("is_anonymous_vpn", NetworkKind.Relay)]
    [TestCase("is_public_proxy", NetworkKind.Relay)]
    [TestCase("is_anonymous", NetworkKind.None)]
    public void Find_FlagAtTheTop_TellsTheKind(string flag, NetworkKind kind)
    {
        MmdbMap record = Records.Flat("DE");
        record[flag] = true;

        Assert.That(Single(record).Kind, Is.EqualTo(kind));
    }

    [Test]
    public void Find_FlagSetToFalse_TellsNothing()
    {
        MmdbMap record = Records.Flat("DE");
        record["is_tor_exit_node"] = false;

        Assert.That(Single(record).Kind, Is.EqualTo(NetworkKind.None));
    }

    [Test]
    public void Find_AnycastTrait_IsOfLowConfidence() =>
        Assert.That(Single(Records.Nested("DE", "DE", "is_anycast")).Confidence, Is.EqualTo(OriginConfidence.Low));

    [TestCase("XK")]
    [TestCase("EU")]
    [TestCase("T1")]
    public void Find_CodeIsoDoesNotAssign_IsNoCountry(string code)
    {
        var writer = new MmdbWriter();
        writer.Add("81.0.0.0/8", Records.Flat(code));
        writer.Add("82.0.0.0/8", Records.Flat("DE"));

        Assert.That(Find(MmdbOriginSource.From(writer.ToArray()), "81.2.3.4"), Is.EqualTo(default(AddressOrigin)));
    }

    [Test]
    public void Find_SpecialAddress_TellsKindOnly()
    {
        var writer = new MmdbWriter();
        writer.Add("10.0.0.0/8", Records.Flat("DE"));
        writer.Add("81.0.0.0/8", Records.Flat("DE"));

        Assert.That(
            Find(MmdbOriginSource.From(writer.ToArray()), "10.1.2.3"),
            Is.EqualTo(new AddressOrigin { Kind = NetworkKind.NonPublic | NetworkKind.PrivateUse }));
    }

    [Test]
    public void Find_SteadyState_AllocatesNothing()
    {
        MmdbOriginSource source = MmdbOriginSource.From(RandomDatabase(28, isV6: true, seed: 3));
        ClientAddress[] v4 = Addresses.Random(seed: 2, 1_000, isV4: true);
        ClientAddress[] v6 = Addresses.Random(seed: 3, 1_000, isV4: false);
        int known = 0;

        long bytes = Allocation.Of(() =>
        {
            foreach (ClientAddress address in v4)
            {
                known += source.Find(address).Country.IsKnown ? 1 : 0;
            }

            foreach (ClientAddress address in v6)
            {
                known += source.Find(address).Country.IsKnown ? 1 : 0;
            }
        });

        Assert.That((bytes, known > 0), Is.EqualTo((0L, true)));
    }

    [Test]
    public void Load_GoodFile_TellsTypeAndDate()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("good.mmdb", RandomDatabase(28, isV6: true, seed: 3));

        MmdbOriginSource source = MmdbOriginSource.Load(path);

        Assert.That((source.Name, source.DataDate), Is.EqualTo(("Test-Country", new DateOnly(2026, 9, 21))));
    }

    [Test]
    public void Load_NoFile_NamesItAndTheRemedy() =>
        Assert.That(
            () => MmdbOriginSource.Load("/nowhere/x.mmdb"),
            Throws.InstanceOf<FileNotFoundException>()
                .With.Message.StartsWith("/nowhere/x.mmdb").And.Message.Contains("leave it out"));

    [TestCase("", "has 0 bytes")]
    [TestCase("no database", "no metadata of the MaxMind DB format")]
    public void Load_OtherFile_NamesFileReasonAndRemedy(string content, string reason)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("other.mmdb", content);

        Assert.That(
            () => MmdbOriginSource.Load(path),
            Throws.InstanceOf<InvalidDataException>()
                .With.Message.StartsWith(path).And.Message.Contains(reason).And.Message.Contains("Fetch"));
    }

    [Test]
    public void Load_DatabaseWithoutOrigins_NamesItsType()
    {
        using var folder = new TemporaryFolder();
        var writer = new MmdbWriter { Type = "GeoLite2-ASN" };
        writer.Add("81.0.0.0/8", new MmdbMap { ["autonomous_system_number"] = 64_500U });
        string path = folder.Write("asn.mmdb", writer.ToArray());

        Assert.That(
            () => MmdbOriginSource.Load(path),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("type 'GeoLite2-ASN'"));
    }

    [Test]
    public void From_NewerFormat_Refuses()
    {
        var writer = new MmdbWriter { MajorVersion = 3 };
        writer.Add("81.0.0.0/8", Records.Flat("DE"));

        Assert.That(
            () => MmdbOriginSource.From(writer.ToArray()),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("format version is 3"));
    }

    [Test]
    public void From_TreeThatLeadsBackIntoItself_Refuses()
    {
        var writer = new MmdbWriter(recordSize: 24);
        writer.Add("81.0.0.0/8", Records.Flat("DE"));
        byte[] file = writer.ToArray();
        for (int position = 0; position < 6; position++)
        {
            file[position] = 0; // both records of the root lead to the root
        }

        Assert.That(() => MmdbOriginSource.From(file), Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void From_TreeWhoseNodesAreAllShared_Refuses()
    {
        var writer = new MmdbWriter(isV6: false);
        writer.Add("81.0.0.0/30", Records.Flat("DE"));
        writer.JoinSides();

        Assert.That(
            () => MmdbOriginSource.From(writer.ToArray()),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("leads back into itself"));
    }

    [TestCase(28)]
    [TestCase(32)]
    public void Find_RecordBehind16MiB_IsFound(int recordSize)
    {
        var writer = new MmdbWriter(recordSize);
        writer.AddRecord("DE");
        writer.Pad(1 << 24);
        writer.Add("81.0.0.0/9", Records.Nested("DE", "FR"));
        writer.Add("81.128.0.0/9", Records.Nested("FR", "DE"));
        MmdbOriginSource source = MmdbOriginSource.From(writer.ToArray());

        Assert.That(
            (Find(source, "81.1.1.1").Country.ToString(), Find(source, "81.129.1.1").Country.ToString()),
            Is.EqualTo(("DE", "FR")));
    }

    [Test]
    public void From_CutOffAtAnyLength_Refuses()
    {
        var writer = new MmdbWriter();
        writer.Add("81.0.0.0/8", Records.Nested("DE", "FR"));
        byte[] file = writer.ToArray();

        for (int length = 0; length < file.Length; length++)
        {
            byte[] cut = file[..length];
            Assert.That(() => MmdbOriginSource.From(cut), Throws.InstanceOf<InvalidDataException>(), $"{length} bytes");
        }
    }

    [Test]
    public void From_MutatedBytes_RefusesOrAnswers()
    {
        byte[] file = RandomDatabase(28, isV6: true, seed: 9, networks: 20);
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).Array[1, 8].Sample(
            changes =>
            {
                byte[] broken = [.. file];
                foreach ((int position, byte value) in changes)
                {
                    broken[position] = value;
                }

                try
                {
                    MmdbOriginSource source = MmdbOriginSource.From(broken);
                    Find(source, "81.2.3.4");
                    Find(source, "2a00:1::1");
                }
                catch (InvalidDataException)
                {
                    // The only accepted refusal.
                }
            },
            iter: 10_000,
            seed: "0000000000001");
    }

    private static AddressOrigin Single(MmdbMap record)
    {
        var writer = new MmdbWriter();
        writer.Add("81.0.0.0/8", record);
        return Find(MmdbOriginSource.From(writer.ToArray()), "81.2.3.4");
    }

    private static AddressOrigin Find(MmdbOriginSource source, string address) => source.Find(Addresses.Parse(address));

    private static string CodeOf(Dictionary<string, object>? record)
    {
        if (record is null)
        {
            return string.Empty;
        }

        return record.TryGetValue("country_code", out object? flat)
            ? (string)flat
            : (string)((Dictionary<string, object>)record["country"])["iso_code"];
    }

    private static byte[] RandomDatabase(int recordSize, bool isV6, int seed, int networks = 2_000)
    {
        string[] codes = ["DE", "FR", "US", "CN", "HK", "TW", "SG", "RU", "BR", "IN"];
        var random = new Random(seed);
        var writer = new MmdbWriter(recordSize, isV6);
        int[] records =
        [
            .. codes.Select(code => writer.AddRecord(Records.Flat(code))),
            .. codes.Select(code => writer.AddRecord(Records.Nested(code, codes[random.Next(codes.Length)]))),
        ];
        ClientAddress[] v4 = Addresses.Random(seed, networks, isV4: true);
        ClientAddress[] v6 = Addresses.Random(seed + 1, networks, isV4: false);
        for (int position = 0; position < networks; position++)
        {
            // Wide networks first: the writer lets later ones win.
            int prefix = 3 + (position * 21 / networks);
            writer.Add(v4[position], prefix, records[random.Next(records.Length)]);
            if (isV6)
            {
                writer.Add(v6[position], prefix * 4, records[random.Next(records.Length)]);
            }
        }

        return writer.ToArray();
    }
}
