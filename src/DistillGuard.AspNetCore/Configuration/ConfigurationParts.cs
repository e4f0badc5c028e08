// SPDX-License-Identifier: MIT


using DistillGuard.AspNetCore.Health;
using DistillGuard.AspNetCore.Page;
using DistillGuard.AspNetCore.Policies;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Everything that can be configured, in the order in which it is documented. A line adds a part: binding, schema and documentation follow.</summary>
internal static class ConfigurationParts
{
    public static readonly IReadOnlyList<ConfigurationPart> All =
    [
        Part("Secret", SourceTables.Secret, UseSecret),
        Part("Engine", EngineTables.Engine, static (guard, change) => guard.Configure(change)),
        Part("Reading", EngineTables.Reading, static (guard, change) => guard.Configure(options => options.Reading = Made(change).ToLimits())),
        Part("Fusion", EngineTables.Fusion, static (guard, change) => guard.Configure(options => change(options.Fusion))),
        Part("Groups", EngineTables.Groups, static (guard, change) => guard.Configure(options => change(options.Groups))),
        Part("Rules", SourceTables.Rules, static (guard, change) => guard.UseRules(Made(change).Sources())),
        Part("Calibration", SourceTables.Calibration, UseCalibration),
        Detector("RateAnomaly", DetectorTables.RateAnomaly, static (guard, change) => guard.AddRateAnomaly(change)),
        Detector("PromptPattern", DetectorTables.PromptPattern, static (guard, change) => guard.AddPromptPattern(change, builtInRules: false)),
        Detector("SignatureReplay", DetectorTables.SignatureReplay, static (guard, change) => guard.AddSignatureReplay(change)),
        Detector("RelayFanIn", DetectorTables.RelayFanIn, static (guard, change) => guard.AddRelayFanIn(change)),
        Detector("UpstreamRefusal", DetectorTables.UpstreamRefusal, static (guard, change) => guard.AddUpstreamRefusal(change)),
        Detector("GeoOrigin", OriginTables.Origin, static (guard, change) => guard.AddGeoOrigin(change)),
        Detector("TemplateReuse", AnalyzerTables.TemplateReuse, static (guard, change) => guard.AddTemplateReuse(change)),
        Detector("TemplateContent", AnalyzerTables.TemplateContent, static (guard, change) => guard.AddTemplateContent(change)),
        Detector("QuestionBank", AnalyzerTables.QuestionBank, static (guard, change) => guard.AddQuestionBank(change)),
        Detector("LinkedAccounts", AnalyzerTables.LinkedAccounts, static (guard, change) => guard.AddLinkedAccounts(change)),
        Detector("CoordinatedTiming", AnalyzerTables.CoordinatedTiming, static (guard, change) => guard.AddCoordinatedTiming(change)),
        Detector("Regrowth", AnalyzerTables.Regrowth, static (guard, change) => guard.AddRegrowth(change)),
        Detector("SamplingShape", AnalyzerTables.SamplingShape, static (guard, change) => guard.AddSamplingShape(change)),
        Detector("ReleasePivot", AnalyzerTables.ReleasePivot, static (guard, change) => guard.AddReleasePivot(change)),
        Detector("DistributionShift", AnalyzerTables.DistributionShift, static (guard, change) => guard.AddDistributionShift(change)),
        Detector("Coverage", AnalyzerTables.Coverage, static (guard, change) => guard.AddCoverage(change)),
        new OptionsPart<GatewayOptions>("Gateway", GatewayTables.Gateway),
        new OptionsPart<GatewayPolicy>("Gateway:Default", GatewayTables.Policy),
        new NamedPart<GatewayOptions, GatewayPolicy>("Gateway:Policies", GatewayTables.Policy, PolicyNamed),
        new OptionsPart<GuardHealthOptions>("Health", ServiceTables.Health),
        new OptionsPart<LivePageOptions>("Page", ServiceTables.Page),
    ];

    private static OptionsPart<TOptions> Part<TOptions>(
        string path, SettingsTable<TOptions> table, Action<DistillationGuardBuilder, Action<TOptions>> apply)
        where TOptions : class, IGuardOptions, new() => new(path, table, apply);

    private static OptionsPart<TOptions> Detector<TOptions>(
        string name, SettingsTable<TOptions> table, Action<DistillationGuardBuilder, Action<TOptions>> add)
        where TOptions : class, IGuardOptions, new() => new("Detectors:" + name, table, add, isOptional: true);

    private static TOptions Made<TOptions>(Action<TOptions> change)
        where TOptions : class, new()
    {
        var options = new TOptions();
        change(options);
        return options;
    }

    private static void UseSecret(DistillationGuardBuilder guard, Action<SecretSettings> change)
    {
        if (Made(change).Chosen is { } secret)
        {
            guard.UseSecret(secret);
        }
    }

    private static void UseCalibration(DistillationGuardBuilder guard, Action<CalibrationSettings> change)
    {
        if (Made(change).File is { } calibration)
        {
            guard.UseCalibration(calibration);
        }
    }

    private static GatewayPolicy PolicyNamed(GatewayOptions gateway, string name)
    {
        if (!gateway.Policies.TryGetValue(name, out GatewayPolicy? policy))
        {
            gateway.Policies[name] = policy = new GatewayPolicy();
        }

        return policy;
    }
}
