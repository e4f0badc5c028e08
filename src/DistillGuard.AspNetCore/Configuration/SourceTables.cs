// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Rules;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The settings that name files.</summary>
internal static class SourceTables
{
    public static readonly SettingsTable<SecretSettings> Secret = new SettingsTable<SecretSettings>()
        .Text(nameof(SecretSettings.Value), SecretSettings.Read, static (options, value) => options.Value = value)
        .Text(nameof(SecretSettings.File), static path => SecretSettings.Read(File.ReadAllText(path)), static (options, value) => options.File = value);

    public static readonly SettingsTable<RuleSettings> Rules = new SettingsTable<RuleSettings>()
        .Flag(nameof(RuleSettings.BuiltIn), static (options, value) => options.BuiltIn = value)
        .Texts(
            nameof(RuleSettings.Files),
            static path => new RuleSetSource(path, File.ReadAllBytes(path)),
            static (options, values) => options.Files = values);

    public static readonly SettingsTable<CalibrationSettings> Calibration = new SettingsTable<CalibrationSettings>()
        .Text(nameof(CalibrationSettings.File), static path => GuardCalibration.Load(path), static (options, value) => options.File = value);
}
