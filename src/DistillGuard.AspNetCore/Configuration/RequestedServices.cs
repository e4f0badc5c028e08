// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Reloading;
using DistillGuard.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Registers what is only there when the configuration asks for it, so it looks at the configuration as it is by then.</summary>
internal static class RequestedServices
{
    private const string RuleFiles = "Rules:Files";
    private const string BuiltInRules = "Rules:BuiltIn";
    private const string CalibrationFile = "Calibration:File";
    private const string Regions = "Detectors:GeoOrigin:Regions";

    public static void Add(DistillGuardServiceBuilder guard, GuardConfiguration configuration)
    {
        if (configuration.Asks("Snapshots"))
        {
            guard.AddSnapshots(options => configuration.ChangeIfSound("Snapshots", options));
        }

        if (configuration.Asks("Recorder"))
        {
            guard.AddRecorder(options => configuration.ChangeIfSound("Recorder", options));
        }

        if (!configuration.IsOff("Reloading") && HasFiles(configuration))
        {
            guard.AddReloading(options => Watch(options, configuration));
        }
    }

    private static bool HasFiles(GuardConfiguration configuration) =>
        configuration.TextsOf(RuleFiles).Count + configuration.TextsOf(CalibrationFile).Count + RegionFiles(configuration).Count > 0;

    private static void Watch(ReloadOptions options, GuardConfiguration configuration)
    {
        foreach (string file in configuration.TextsOf(RuleFiles))
        {
            options.Rules.Add(file);
        }

        options.WithBuiltInRules = !configuration.TextsOf(BuiltInRules).Contains("false", StringComparer.OrdinalIgnoreCase);
        options.Calibration = configuration.TextsOf(CalibrationFile) is [string calibration, ..] ? calibration : null;
        options.Regions = RegionFiles(configuration) is [string regions, ..] ? regions : null;
        configuration.ChangeIfSound("Reloading", options);
    }

    // A preset of the package has no file that could change.
    private static List<string> RegionFiles(GuardConfiguration configuration) =>
        configuration.IsOff("Detectors:GeoOrigin") ? [] : [.. configuration.TextsOf(Regions).Where(File.Exists)];
}
