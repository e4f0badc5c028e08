// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using DistillGuard.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DistillGuard.AspNetCore.Configuration;

public sealed class DistillGuardConfigurationTests
{
    private const string Secret = "000102030405060708090a0b0c0d0e0f";

    [Test]
    public void AddDistillGuard_EmptySection_HasEveryDetectorAndAnalyzer()
    {
        DistillationGuard guard = ConfiguredServices.Guard("{}");

        Assert.That(guard.Detectors.Count + guard.Analyzers.Count, Is.EqualTo(ConfigurationParts.All.Count(part => part.IsOptional)));
    }

    [Test]
    public void AddDistillGuard_EmptySection_HasTheBuiltInRules() =>
        Assert.That(ConfiguredServices.Guard("{}").Rules.Version, Is.EqualTo(BuiltInRuleSets.Load().Version));

    [Test]
    public void AddDistillGuard_DetectorSwitchedOff_IsNotThere()
    {
        DistillationGuard guard = ConfiguredServices.Guard("""{ "Detectors": { "GeoOrigin": { "Enabled": false } } }""");

        Assert.That(guard.Detectors.Select(detector => detector.Name), Has.None.EqualTo("geo-origin").And.Some.EqualTo("rate-anomaly"));
    }

    [Test]
    public void AddDistillGuard_Budget_SetsTheBar()
    {
        DistillationGuard guard = ConfiguredServices.Guard("""{ "Fusion": { "Budget": { "PerAccountDay": 0.001 } } }""");

        Assert.That(guard.Bar, Is.EqualTo(-Math.Log(0.001)).Within(1e-6));
    }

    [Test]
    public void AddDistillGuard_MaxAccounts_SetsTheMemory()
    {
        long small = ConfiguredServices.Guard("""{ "Engine": { "MaxAccounts": 64 } }""").SubjectBytes;

        Assert.That(small, Is.LessThan(ConfiguredServices.Guard("{}").SubjectBytes));
    }

    [Test]
    public void AddDistillGuard_RulesOff_HasNone() =>
        Assert.That(ConfiguredServices.Guard("""{ "Rules": { "BuiltIn": false } }""").Rules.Rules, Is.Empty);

    [Test]
    public void AddDistillGuard_OtherCase_IsTheSameName()
    {
        DistillationGuard guard = ConfiguredServices.Guard("""{ "detectors": { "geoorigin": { "enabled": "False" } } }""");

        Assert.That(guard.Detectors.Select(detector => detector.Name), Has.None.EqualTo("geo-origin"));
    }

    [Test]
    public void AddDistillGuard_NullMember_KeepsTheDefault() =>
        Assert.That(ConfiguredServices.Guard("""{ "Engine": null, "Detectors": { "Coverage": {} } }""").Analyzers, Is.Not.Empty);

    [TestCase("""{ "Engin": { "MaxAccounts": 64 } }""", "DistillGuard:Engin: there is no such setting. Did you mean \"Engine\"?.")]
    [TestCase("""{ "Engine": { "MaxAcounts": 64 } }""", "DistillGuard:Engine:MaxAcounts: there is no such setting. Did you mean \"MaxAccounts\"?.")]
    [TestCase(
        """{ "Detectors": { "rate-anomaly": { } } }""", "DistillGuard:Detectors:rate-anomaly: there is no such setting. Did you mean \"RateAnomaly\"?.")]
    [TestCase("""{ "Engine": 5 }""", "DistillGuard:Engine: '5' is one value; it must be an object.")]
    [TestCase("""{ "Engine": { "MaxAccounts": { "Of": 5 } } }""", "DistillGuard:Engine:MaxAccounts: it is an object or a list; it must be one value.")]
    [TestCase(
        """{ "Engine": { "MaxAccounts": "many" } }""",
        "DistillGuard:Engine:MaxAccounts: 'many' is not a whole number of at most 2147483647; write digits only.")]
    [TestCase("""{ "Engine": { "MaxAccounts": 5 } }""", "DistillGuard:Engine:MaxAccounts is 5; it must be from 64 to 50000000.")]
    [TestCase("""{ "Fusion": { "VolumeCap": "NaN" } }""", "DistillGuard:Fusion:VolumeCap: 'NaN' is not a number; write it as 0.01 or 1e-4.")]
    [TestCase(
        """{ "Fusion": { "Budget": { "GroupsPerDay": 500 } } }""",
        "DistillGuard:Fusion:Budget:GroupsPerDay is 500; it must be from 1E-09 to 100.")]
    [TestCase(
        """{ "Groups": { "Window": "7" } }""",
        "DistillGuard:Groups:Window: '7' is not a span of time; write hours, minutes and seconds as 00:15:00, and days before them as 7.00:00:00.")]
    [TestCase("""{ "Groups": { "Window": "00:00:01" } }""", "DistillGuard:Groups:Window is 00:00:01; it must be from 01:00:00 to 90.00:00:00.")]
    [TestCase(
        """{ "Reading": { "MaxDepth": 5 } }""",
        "DistillGuard:Reading:MaxDepth must be from 16 to 512, not 5: bodies seldom need 20.")]
    [TestCase("""{ "Detectors": { "Coverage": { "Enabled": "on" } } }""", "DistillGuard:Detectors:Coverage:Enabled: 'on' is neither true nor false.")]
    [TestCase(
        """{ "Detectors": { "GeoOrigin": { "MinimumConfidence": "Hihg" } } }""",
        "DistillGuard:Detectors:GeoOrigin:MinimumConfidence: 'Hihg' is not known. Did you mean \"High\"?.")]
    [TestCase(
        """{ "Rules": { "Files": "mine.json" } }""", "DistillGuard:Rules:Files: 'mine.json' is one value; it must be a list.")]
    public void AddDistillGuard_Wrong_SaysPlaceValueReasonAndRemedy(string section, string problem) =>
        Assert.That(ConfiguredServices.ProblemsOf(section), Is.EqualTo([problem]));

    [TestCase("""{ "Rules": { "Files": ["no-such.json"] } }""", "DistillGuard:Rules:Files: [0]: Could not find file")]
    [TestCase("""{ "Calibration": { "File": "no-such.json" } }""", "DistillGuard:Calibration:File: Could not find file")]
    [TestCase("""{ "Detectors": { "GeoOrigin": { "Regions": "atlantis" } } }""", "DistillGuard:Detectors:GeoOrigin:Regions: atlantis: neither a file nor")]
    [TestCase("""{ "Detectors": { "GeoOrigin": { "Databases": ["no.mmdb"] } } }""", "DistillGuard:Detectors:GeoOrigin:Databases: [0]: no.mmdb")]
    public void AddDistillGuard_NoSuchFile_SaysWhichAndWhere(string section, string beginning) =>
        Assert.That(ConfiguredServices.ProblemsOf(section), Has.One.StartsWith(beginning).And.Exactly(1).Items);

    [Test]
    public void AddDistillGuard_SeveralMistakes_AreAllToldAtOnce()
    {
        const string Section =
            """
            {
              "Engin": {},
              "Engine": { "MaxAccounts": 1, "MaxLinks": "many" },
              "Detectors": { "RateAnomaly": { "Enabled": false, "UsualShare": 7 }, "PromptPattern": { "HalfLife": "soon" } },
              "Groups": { "QueueLength": 1 }
            }
            """;

        Assert.That(ConfiguredServices.ProblemsOf(Section), Has.Count.EqualTo(6));
    }

    [Test]
    public void AddDistillGuard_MistakenSecret_IsNotShown()
    {
        string problem = ConfiguredServices.ProblemsOf("""{ "Secret": { "Value": "hunter2-hunter2-hunter2" } }""").Single();

        Assert.That(problem, Does.StartWith("DistillGuard:Secret:Value: it is not 32 hexadecimal digits").And.Not.Contain("hunter2"));
    }

    [Test]
    public void AddDistillGuard_TwoSecrets_IsAMistake() => Assert.That(
        ConfiguredServices.ProblemsOf($$"""{ "Secret": { "Value": "{{Secret}}", "File": "{{SecretFile()}}" } }"""),
        Is.EqualTo(["DistillGuard:Secret: both Value and File are given; leave one of them out."]));

    [Test]
    public void AddDistillGuard_MistakeInARule_IsTold()
    {
        string file = TemporaryFile.Write("broken.json", """{ "version": 1, "name": "mine" }""");

        Assert.That(
            ConfiguredServices.ProblemsOf($$"""{ "Rules": { "Files": ["{{file}}"] } }"""),
            Is.Not.Empty.And.All.StartsWith("DistillGuard:Rules: ").And.All.Contains("broken.json"));
    }

    [Test]
    public void AddDistillGuard_SectionItself_IsTheSameAsItsRoot()
    {
        IConfigurationSection section = ConfiguredServices.Json("""{ "DistillGuard": { "Rules": { "BuiltIn": false } } }""").GetSection("DistillGuard");
        var services = new ServiceCollection();

        services.AddDistillGuard(section);

        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.That(provider.GetRequiredService<DistillationGuard>().Rules.Rules, Is.Empty);
    }

    [Test]
    public void AddDistillGuard_Policies_AreThoseOfTheGateway()
    {
        const string Section =
            """
            { "Gateway": {
                "MaxBodyBytes": 2048,
                "Default": { "High": "Throttle", "DryRun": true },
                "Policies": { "batch": { "Elevated": "annotate", "High": "Refuse", "Exempt": ["red-team"] }, "chat": {} } } }
            """;
        var services = new ServiceCollection();
        services.AddDistillGuard(ConfiguredServices.Json($$"""{ "DistillGuard": {{Section}} }"""));
        using ServiceProvider provider = services.BuildServiceProvider();

        GatewayOptions gateway = provider.GetRequiredService<GatewayOptions>();

        Assert.That(gateway.MaxBodyBytes, Is.EqualTo(2048));
        Assert.That((gateway.Default.High, gateway.Default.DryRun), Is.EqualTo((GuardAction.Throttle, true)));
        Assert.That(gateway.Policies.Keys, Is.EquivalentTo(["batch", "chat"]));
        Assert.That((gateway.Policies["batch"].Elevated, gateway.Policies["batch"].High), Is.EqualTo((GuardAction.Annotate, GuardAction.Refuse)));
        Assert.That(gateway.Policies["batch"].Exempt, Is.EqualTo(["red-team"]));
    }

    [TestCase("""{ "Policies": { "batch": { "Hihg": "Refuse" } } }""", "DistillGuard:Gateway:Policies:batch:Hihg: there is no such setting. Did you mean \"High\"?.")]
    [TestCase("""{ "Policies": { "batch": { "Burst": 0 } } }""", "DistillGuard:Gateway:Policies:batch:Burst is 0; it must be from 1 to 100000.")]
    [TestCase("""{ "Default": { "High": "Shout" } }""", "DistillGuard:Gateway:Default:High: 'Shout' is not known. Use one of: Observe, Annotate, Throttle, Challenge, Refuse.")]
    [TestCase(
        """{ "Default": { "Elevated": "Refuse" } }""",
        "DistillGuard:Gateway:Default:High (Observe) is milder than Elevated (Refuse); raise it, or more evidence would bring less.")]
    public void AddDistillGuard_MistakeInAPolicy_SaysWhichAndWhere(string gateway, string problem) =>
        Assert.That(ConfiguredServices.ProblemsOf($$"""{ "Gateway": {{gateway}} }"""), Is.EqualTo([problem]));

    [Test]
    public void AddDistillGuard_CodeAfterwards_HasTheLastWord()
    {
        var services = new ServiceCollection();

        services.AddDistillGuard(ConfiguredServices.Json("""{ "DistillGuard": { "Fusion": { "Budget": { "PerAccountDay": 0.001 } } } }"""))
            .Configure(guard => guard.Configure(options => options.Fusion.Budget = options.Fusion.Budget with { PerAccountDay = 0.01 }));

        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.That(provider.GetRequiredService<DistillationGuard>().Bar, Is.EqualTo(-Math.Log(0.01)).Within(1e-6));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Start_SomethingWrong_StopsTheStart(CancellationToken cancellation)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDistillGuard(ConfiguredServices.Json("""{ "DistillGuard": { "Engine": { "MaxAccounts": 1, "MaxLinks": 1 } } }"""));
        using IHost host = builder.Build();

        GuardConfigurationException? error = await Assert.ThrowsAsync<GuardConfigurationException>(() => host.StartAsync(cancellation));

        Assert.That(error?.Message, Does.Contain("MaxAccounts").And.Contain("MaxLinks"));
    }

    private static string SecretFile() => TemporaryFile.Write("secret", Secret + "\n");
}
