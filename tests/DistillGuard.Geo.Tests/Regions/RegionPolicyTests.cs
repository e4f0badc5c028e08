// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.Geo.Regions;

public sealed class RegionPolicyTests
{
    private const string Good = """
        {
          "format": 1,
          "name": "mine",
          "title": "My list",
          "compiled": "2026-11-01",
          "sources": [ { "url": "https://example.org/terms", "date": "2026-10", "note": "all of it" } ],
          "caveats": [ "check it" ],
          "regions": [ "CU", "SY" ]
        }
        """;

    private static IReadOnlyList<string> Presets => RegionPolicy.PresetNames;

    [Test]
    public void PresetNames_Always_ListsThePresets() =>
        Assert.That(
            RegionPolicy.PresetNames,
            Is.EqualTo(["anthropic-unlisted-2026-11", "common-unsupported-2026-11", "openai-unlisted-2026-11"]));

    [TestCaseSource(nameof(Presets))]
    public void Load_Preset_CarriesNameDateSourcesAndCaveats(string preset)
    {
        RegionPolicy policy = RegionPolicy.Load(preset);

        Assert.Multiple(() =>
        {
            Assert.That(policy.Name, Is.EqualTo(preset));
            Assert.That(policy.Compiled, Is.EqualTo(new DateOnly(2026, 11, 23)));
            Assert.That(policy.Sources, Is.Not.Empty);
            Assert.That(policy.Sources, Has.All.Matches<RegionSource?>(source => source?.Url.Scheme == "https" && source.Date.Length > 0));
            Assert.That(policy.Caveats, Has.Some.Contains("before acting on this list"));
            Assert.That(policy.Caveats, Has.Some.Contains("UA"));
        });
    }

    [TestCaseSource(nameof(Presets))]
    public void IsUnsupported_EveryPreset_NeverFoldsTaiwanOrUkraine(string preset)
    {
        RegionPolicy policy = RegionPolicy.Load(preset);

        Assert.That(
            (policy.IsUnsupported(CountryCode.Parse("TW")), policy.IsUnsupported(CountryCode.Parse("UA"))),
            Is.EqualTo((false, false)));
    }

    [Test]
    public void Load_CommonPreset_HoldsTheNineRegions() =>
        Assert.That(
            RegionPolicy.Load("common-unsupported-2026-11").Regions.Select(region => region.ToString()),
            Is.EqualTo(["BY", "CN", "CU", "HK", "IR", "KP", "MO", "RU", "SY"]));

    [TestCaseSource(nameof(Presets))]
    public void Load_EveryPreset_ContainsTheCommonRegions(string preset) =>
        Assert.That(
            RegionPolicy.Load("common-unsupported-2026-11").Regions, Is.SubsetOf(RegionPolicy.Load(preset).Regions));

    [Test]
    public void IsUnsupported_NotKnown_IsNever() =>
        Assert.That(RegionPolicy.Load("common-unsupported-2026-11").IsUnsupported(default), Is.False);

    [Test]
    public void IsUnsupported_None_IsNever() =>
        Assert.That(RegionPolicy.None.IsUnsupported(CountryCode.Parse("CN")), Is.False);

    [Test]
    public void IsUnsupported_EveryCode_AgreesWithTheList()
    {
        RegionPolicy policy = RegionPolicy.Load("anthropic-unlisted-2026-11");

        for (char first = 'A'; first <= 'Z'; first++)
        {
            for (char second = 'A'; second <= 'Z'; second++)
            {
                CountryCode code = CountryCode.Parse($"{first}{second}");
                Assert.That(policy.IsUnsupported(code), Is.EqualTo(policy.Regions.Contains(code)), code.ToString());
            }
        }
    }

    [Test]
    public void Load_File_ReadsIt()
    {
        using var folder = new TemporaryFolder();

        RegionPolicy policy = RegionPolicy.Load(folder.Write("mine.json", Good));

        Assert.That(
            (policy.Title, policy.IsUnsupported(CountryCode.Parse("CU")), policy.IsUnsupported(CountryCode.Parse("CN"))),
            Is.EqualTo(("My list", true, false)));
    }

    [Test]
    public void Load_NeitherFileNorPreset_ListsThePresets() =>
        Assert.That(
            () => RegionPolicy.Load("commn"),
            Throws.InstanceOf<FileNotFoundException>().With.Message.Contains("common-unsupported-2026-11"));

    [TestCase("\"title\"", "\"titel\"", ":4:")]
    [TestCase("\"name\": \"mine\",", "\"name\": \"mine\", \"name\": \"mine\",", "name")]
    [TestCase("\"title\": \"My list\",", "", "title")]
    [TestCase("\"title\": \"My list\"", "\"title\": null", "title")]
    [TestCase("\"title\": \"My list\"", "\"title\": \" \"", "title: it is empty")]
    [TestCase("\"format\": 1", "\"format\": 2", "format: 2 is not known")]
    [TestCase("\"2026-11-01\"", "\"yesterday\"", "compiled")]
    [TestCase("\"https://example.org/terms\"", "\"terms\"", "sources[0].url: 'terms' is not an address")]
    [TestCase("\"CU\"", "\"XK\"", "regions[0]: 'XK' is not a code")]
    [TestCase("\"CU\"", "\"SY\"", "regions[1]: 'SY' is there twice")]
    [TestCase("\"CU\"", "\"UA-43\"", "regions[0]: 'UA-43' is a part of a country")]
    [TestCase("\"CU\"", "null", "regions[0]")]
    [TestCase("\"CU\", \"SY\"", "", "regions: it is empty")]
    [TestCase("[ { \"url\": \"https://example.org/terms\", \"date\": \"2026-10\", \"note\": \"all of it\" } ]", "[]", "sources: it is empty")]
    public void Load_BrokenFile_NamesFilePlaceReasonAndRemedy(string before, string after, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("broken.json", Good.Replace(before, after, StringComparison.Ordinal));

        Assert.That(
            () => RegionPolicy.Load(path),
            Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith(path).And.Message.Contains(expected));
    }

    [Test]
    public void Read_MutatedBytes_RefusesOrReads()
    {
        byte[] good = Encoding.UTF8.GetBytes(Good);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 6].Sample(
            changes =>
            {
                byte[] broken = [.. good];
                foreach ((int position, byte value) in changes)
                {
                    broken[position] = value;
                }

                try
                {
                    RegionPolicyReader.Read("file", broken);
                }
                catch (InvalidDataException)
                {
                    // The only accepted refusal.
                }
            },
            iter: 10_000,
            seed: "0000000000001");
    }

    [Test]
    public void Of_Codes_HoldsThem() =>
        Assert.That(RegionPolicy.Of("mine", "CU").IsUnsupported(CountryCode.Parse("CU")), Is.True);

    [Test]
    public void Of_CodeIsoDoesNotAssign_Refuses() =>
        Assert.That(() => RegionPolicy.Of("mine", "XK"), Throws.ArgumentException.With.Message.Contains("'XK'"));
}
