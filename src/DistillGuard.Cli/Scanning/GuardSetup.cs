// SPDX-License-Identifier: MIT

using DistillGuard.Geo;
using DistillGuard.Geo.Regions;
using DistillGuard.Rules;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Scanning;

/// <summary>The engine of a scan, built as a gateway would build it, and what it was built from.</summary>
internal sealed class GuardSetup
{
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

    // The keys of subjects live as long as the process: nothing hashed is written anywhere, so the secret protects nothing
    // here. A fixed one makes the same log give the same findings, whatever order the tables are walked in.
    private static ReadOnlySpan<byte> Secret => "distillguard-cli"u8;

    /// <summary>Builds the engine: the built-in rules, those added, and all detectors.</summary>
    /// <exception cref="ToolException">The rules or the region policy cannot be used.</exception>
    public static GuardSetup Build(ScanSettings settings)
    {
        IReadOnlyList<RuleSetSource> builtIn = BuiltInRuleSets.Sources();
        IReadOnlyList<RuleSetSource> added = RuleFiles.Read(settings.Rules, builtIn);
        RegionPolicy regions = RegionPolicyFile.Load(settings.Regions);
        var origin = new GeoOriginStatus();
        try
        {
            DistillationGuard guard = new DistillationGuardBuilder()
                .UseSecret(Secret)
                .Configure(options => options.Fusion.Budget = BudgetOf(settings))
                .UseRules(builtIn)
                .UseRules(added)
                .AddRateAnomaly()
                .AddPromptPattern()
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
    }

    /// <summary>The budget of a scan.</summary>
    public static FalseAlarmBudget BudgetOf(ScanSettings settings) =>
        FalseAlarmBudget.Default with { PerAccountDay = settings.Budget };

    private static string Describe(IReadOnlyList<RuleDiagnostic> diagnostics) =>
        (diagnostics.Count == 1
            ? "1 mistake in the rules; correct it:"
            : $"{diagnostics.Count} mistakes in the rules; correct them:")
        + string.Concat(diagnostics.Select(diagnostic => Environment.NewLine + "  " + diagnostic));
}
