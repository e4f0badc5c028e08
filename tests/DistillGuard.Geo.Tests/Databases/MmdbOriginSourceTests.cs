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
        MmdbOriginSource source = MmdbWriter.Source(file);
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
        MmdbOriginSource source = writer.ToSource();

        Assert.That(
            (Find(source, "2a00:1::1").Country.ToString(), Find(source, "2a00:1::8000:0:0:1").Country.ToString()),
            Is.EqualTo(("DE", "FR")));
    }

    [Test]
    public void Find_V4AliasesInsideV6_AnswerLikeTheIPv4Address()
    {
        var writer = new MmdbWriter();
        writer.Add("81.0.0.0/8", Records.Flat("DE"));
        MmdbOriginSource source = writer.ToSource();

        Assert.That(
            new[] { "81.2.3.4", "::ffff:81.2.3.4", "64:ff9b::5102:304", "2002:5102:304::1" }.Select(
                address => Find(source, address).Country.ToString()),
            Is.All.EqualTo("DE"));
    }

    [Test]
    public void Find_TreeWithAliasesOfIPv4_TellsTheSameAndHoldsNoCopy()
    {
        var plain = new MmdbWriter();
        plain.Add("81.0.0.0/8", Records.Flat("DE"));
        plain.Add("2a00::/16", Records.Flat("FR"));
        var aliased = new MmdbWriter();
        aliased.Add("81.0.0.0/8", Records.Flat("DE"));
        aliased.Add("2a00::/16", Records.Flat("FR"));
        aliased.Alias((UInt128)0xFFFF << 32, 96);
        aliased.Alias((UInt128)0x2001 << 112, 32);
        aliased.Alias((UInt128)0x2002 << 112, 16);
        MmdbOriginSource source = aliased.ToSource();

        Assert.That(
            (source.Ranges.V4Count, source.Ranges.V6Count, Find(source, "2002:5102:304::1").Country.ToString()),
            Is.EqualTo((plain.ToSource().Ranges.V4Count, plain.ToSource().Ranges.V6Count, "DE")));
    }

    [TestCase("::/1", true)]
    [TestCase("::/2", true)]
    [TestCase("::/3", false)]
    [TestCase("::/95", false)]
    [TestCase("::/96", false)]
    public void Find_NetworkWiderThanAllOfIPv4_CoversWhatItHolds(string network, bool isPublicV6Inside)
    {
        var writer = new MmdbWriter();
        writer.Add(network, Records.Flat("DE"));
        MmdbOriginSource source = writer.ToSource();

        Assert.That(
            (Find(source, "1.1.1.1").Country.ToString(), Find(source, "223.1.1.1").Country.ToString(),
                Find(source, "2a00::1").Country.IsKnown),
            Is.EqualTo(("DE", "DE", isPublicV6Inside)));
    }

    [Test]
    public void Find_SingleAddresses_EndWhereTheyBegin()
    {
        var writer = new MmdbWriter();
        writer.Add("81.2.3.4/32", Records.Flat("DE"));
        writer.Add("223.255.255.255/32", Records.Flat("DE"));
        writer.Add("2a00::1/128", Records.Flat("DE"));
        MmdbOriginSource source = writer.ToSource();

        Assert.That(
            new[] { "81.2.3.3", "81.2.3.4", "81.2.3.5", "223.255.255.254", "223.255.255.255" }
                .Concat(["2a00::", "2a00::1", "2a00::2"])
                .Select(address => Find(source, address).Country.IsKnown),
            Is.EqualTo(new[] { false, true, false, false, true, false, true, false }));
    }

    [TestCase("is_tor_exit_node", "true")]
    [TestCase("is_anycast", "")]
    public void Find_FlagAsText_TellsNothing(string flag, string value)
    {
        MmdbMap record = Records.Flat("DE");
        record[flag] = value;

        Assert.That(Single(record), Is.EqualTo(Single(Records.Flat("DE"))));
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

        Assert.That(Find(writer.ToSource(), "81.2.3.4"), Is.EqualTo(default(AddressOrigin)));
    }

    [Test]
    public void Find_SpecialAddress_TellsKindOnly()
    {
        var writer = new MmdbWriter();
        writer.Add("10.0.0.0/8", Records.Flat("DE"));
        writer.Add("81.0.0.0/8", Records.Flat("DE"));

        Assert.That(
            Find(writer.ToSource(), "10.1.2.3"),
            Is.EqualTo(new AddressOrigin { Kind = NetworkKind.NonPublic | NetworkKind.PrivateUse }));
    }

    [Test]
    public void Find_SteadyState_AllocatesNothing()
    {
        MmdbOriginSource source = MmdbWriter.Source(RandomDatabase(28, isV6: true, seed: 3));
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
    [TestCase("no database", "metadata marker")]
    public void Load_OtherFile_NamesFileReasonAndRemedy(string content, string reason)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("other.mmdb", content);

        Assert.That(
            () => MmdbOriginSource.Load(path),
            Throws.InstanceOf<InvalidDataException>()
                .With.Message.StartsWith(path).And.Message.Contains(reason).And.Message.Contains("Fetch"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Load_Done_LeavesTheFileFree(bool isGood)
    {
        using var folder = new TemporaryFolder();
        byte[] file = RandomDatabase(28, isV6: true, seed: 3, networks: 20);
        string path = folder.Write("free.mmdb", isGood ? file : file[..^40]);
        Assert.That(
            () => MmdbOriginSource.Load(path), isGood ? Throws.Nothing : Throws.InstanceOf<InvalidDataException>());

        Assert.That(
            () => new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose(), Throws.Nothing);
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
            () => writer.ToSource(),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("format version is 3"));
    }

    [TestCase(0L)]
    [TestCase(long.MaxValue)]
    [TestCase(-1L)]
    public void From_AbsurdBuildTime_Refuses(long epoch)
    {
        var writer = new MmdbWriter { BuildEpoch = epoch };
        writer.Add("81.0.0.0/8", Records.Flat("DE"));

        Assert.That(() => writer.ToSource(), Throws.InstanceOf<InvalidDataException>());
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

        Assert.That(() => MmdbWriter.Source(file), Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void From_TreeWhoseNodesAreAllShared_Refuses()
    {
        var writer = new MmdbWriter(isV6: false);
        writer.Add("81.0.0.0/30", Records.Flat("DE"));
        writer.JoinSides();

        Assert.That(
            () => writer.ToSource(),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("leads back into itself"));
    }

    [Test]
    public void From_SharedTreeWithoutRecords_Refuses()
    {
        var writer = new MmdbWriter(isV6: false);
        writer.Add(Addresses.Parse("81.0.0.0"), 30, MmdbWriter.NoRecord);
        writer.JoinSides();

        Assert.That(
            () => writer.ToSource(),
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
        MmdbOriginSource source = writer.ToSource();

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
            Assert.That(() => MmdbWriter.Source(cut), Throws.InstanceOf<InvalidDataException>(), $"{length} bytes");
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
                    MmdbOriginSource source = MmdbWriter.Source(broken);
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
        return Find(writer.ToSource(), "81.2.3.4");
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
