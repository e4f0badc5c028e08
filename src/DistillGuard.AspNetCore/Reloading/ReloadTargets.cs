// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Geo;
using DistillGuard.Geo.Regions;
using DistillGuard.Rules;

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>Reads files of each kind and hands the guard what they say, or throws and leaves the guard as it is.</summary>
internal static class ReloadTargets
{
    /// <summary>Takes over rules, calibration or regions.</summary>
    /// <exception cref="InvalidDataException">A file is not usable; the message says place, reason and remedy.</exception>
    /// <exception cref="GuardConfigurationException">It is, but does not fit this guard.</exception>
    public static void Apply(DistillationGuard guard, ReloadKind kind, IReadOnlyList<string> files, bool withBuiltInRules)
    {
        switch (kind)
        {
            case ReloadKind.Rules:
                guard.Rules = Compile(files, withBuiltInRules);
                break;
            case ReloadKind.Calibration:
                guard.UseCalibration(GuardCalibration.Load(files[0]));
                break;
            default:
                guard.UseRegions(RegionPolicy.Load(files[0]));
                break;
        }
    }

    /// <summary>Says what is in use.</summary>
    public static ReloadState Describe(DistillationGuard guard, ReloadState state) => state.Kind switch
    {
        ReloadKind.Rules => state with { Version = guard.Rules.Version },
        ReloadKind.Calibration => state with
        {
            Version = (guard.Calibration ?? GuardCalibration.Default).Name,
            Dated = guard.Calibration?.MadeFrom.To,
        },
        _ => Describe(guard.RegionsInUse() ?? RegionPolicy.None, state),
    };

    private static ReloadState Describe(RegionPolicy regions, ReloadState state) => state with
    {
        Version = regions.Name,
        Dated = regions.Compiled == default ? null : new DateTimeOffset(regions.Compiled.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
    };

    private static RuleSet Compile(IReadOnlyList<string> files, bool withBuiltInRules)
    {
        RuleSetSource[] sources =
        [
            .. withBuiltInRules ? BuiltInRuleSets.Sources() : [],
            .. FileStamps.Expand(files).Select(static file => new RuleSetSource(Path.GetFileName(file), File.ReadAllBytes(file))),
        ];
        return RuleSet.TryCompile(sources, out RuleSet? rules, out IReadOnlyList<RuleDiagnostic> diagnostics)
            ? rules
            : throw new InvalidDataException(string.Join(Environment.NewLine, diagnostics));
    }
}
