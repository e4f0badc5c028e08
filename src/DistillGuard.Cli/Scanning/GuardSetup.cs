// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Geo;
using DistillGuard.Geo.Regions;
using DistillGuard.Rules;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Scanning;

/// <summary>The engine of a scan, built as a gateway would build it, and what it was built from.</summary>
internal sealed class GuardSetup
{
    private const int CalibrationRoom = 4_000_000;

    private readonly GeoOriginStatus _origin;

    private GuardSetup(DistillationGuard guard, RegionPolicy regions, GeoOriginStatus origin)
    {
        Guard = guard;
        RegionPolicy = regions.Name;
        _origin = origin;
    }

    /// <summary>The engine.</summary>
    public DistillationGuard Guard { get; }

    /// <summary>Name and revision of the rule documents, and a checksum of all.</summary>
    public string Rules => Guard.Rules.Version;

    /// <summary>Name of the region policy; <c>none</c> when no region is unsupported.</summary>
    public string RegionPolicy { get; }

    /// <summary>What is wrong with the address data; <see langword="null"/> when nothing is.</summary>
    public string? OriginWarning => _origin.Warning;

    /// <summary>Builds the engine: the built-in rules, those added, and all detectors.</summary>
    /// <exception cref="ToolException">The rules, the region policy, the secret or the calibration cannot be used.</exception>
    public static GuardSetup Build(ScanSettings settings)
    {
        IReadOnlyList<RuleSetSource> builtIn = BuiltInRuleSets.Sources();
        IReadOnlyList<RuleSetSource> added = RuleFiles.Read(settings.Rules, builtIn);
        RegionPolicy regions = RegionPolicyFile.Load(settings.Regions);
        byte[] secret = SecretFile.Read(settings.Secret);
        GuardCalibration? calibration = CalibrationInput.Load(settings.Calibration, secret);
        var origin = new GeoOriginStatus();
        DistillationGuardBuilder builder = new();
        if (calibration is not null)
        {
            builder.UseCalibration(calibration);
        }

        try
        {
            DistillationGuard guard = builder
                .UseSecret(secret)
                .Configure(options => Configure(options, settings))
                .UseRules(builtIn)
                .UseRules(added)
                .AddRateAnomaly()
                .AddPromptPattern()
                .AddTemplateReuse()
                .AddTemplateContent()
                .AddLinkedAccounts()
                .AddCoordinatedTiming()
                .AddRegrowth()
                .AddQuestionBank()
                .AddReleasePivot()
                .AddSamplingShape()
                .AddDistributionShift()
                .AddCoverage()
                .AddSignatureReplay()
                .AddRelayFanIn()
                .AddUpstreamRefusal()
                .AddGeoOrigin(options =>
                {
                    options.Regions = regions;
                    options.Status = origin;
                })
                .Build();
            return new GuardSetup(guard, regions, origin);
        }
        catch (RuleSetException exception)
        {
            throw new ToolException("--rules: " + Describe(exception.Diagnostics), exception);
        }
        catch (GuardConfigurationException exception)
        {
            throw new ToolException(string.Join(" ", exception.Problems), exception);
        }
    }

    /// <summary>The budget of a scan.</summary>
    public static FalseAlarmBudget BudgetOf(ScanSettings settings) =>
        FalseAlarmBudget.Default with { PerAccountDay = settings.Budget };

    // What a scan forgets it finds again, or not; what a calibration forgets may accuse somebody later. Tables grow as they are filled.
    private static void Configure(GuardOptions options, ScanSettings settings)
    {
        options.Fusion.Budget = BudgetOf(settings);
        if (settings.Without is { } family)
        {
            options.Fusion.SetCap(family, 0);
        }

        if (settings.IsCalibrating)
        {
            options.Groups.MaxPieces = CalibrationRoom;
            options.Groups.MaxMemberships = CalibrationRoom;
        }
    }

    private static string Describe(IReadOnlyList<RuleDiagnostic> diagnostics) =>
        (diagnostics.Count == 1
            ? "1 mistake in the rules; correct it:"
            : $"{diagnostics.Count} mistakes in the rules; correct them:")
        + string.Concat(diagnostics.Select(diagnostic => Environment.NewLine + "  " + diagnostic));
}
