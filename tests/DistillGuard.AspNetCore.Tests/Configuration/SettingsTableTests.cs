// SPDX-License-Identifier: MIT

using System.Reflection;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Holds the tables to the options they set: nothing an operator may set is missing, and every line sets what it names.</summary>
public sealed class SettingsTableTests
{
    // What has no text form, or stands in the tables under other names.
    private static readonly string[] Elsewhere =
    [
        "GuardOptions.Reading", "FusionOptions.Budget", "GeoOriginOptions.Status", "GatewayOptions.PolicyOf", "GatewayOptions.ApiOf", "LivePageOptions.NameOf",
    ];

    private static IEnumerable<string> Parts => ConfigurationParts.All.Select(part => part.Path);

    private static IEnumerable<TestCaseData> Properties =>
        from part in ConfigurationParts.All
        from setting in part.Settings
        where part.OptionsType.GetProperty(setting.Name) is not null && SampleOf(part, setting) is not null
        select new TestCaseData(part.Path, setting.Name);

    [TestCaseSource(nameof(Parts))]
    public void Settings_OfEveryPart_CoverTheOptions(string path)
    {
        ConfigurationPart part = PartAt(path);
        IEnumerable<string> settable = part.OptionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => property.Name)
            .Where(name => !Elsewhere.Contains($"{part.OptionsType.Name}.{name}"));

        Assert.That(part.Settings.Select(setting => setting.Name), Is.SupersetOf(settable));
    }

    [TestCaseSource(nameof(Properties))]
    public void Read_OneSetting_SetsTheMemberOfItsName(string path, string name)
    {
        ConfigurationPart part = PartAt(path);
        SettingDescription setting = part.Settings.Single(candidate => candidate.Name == name);

        IReadOnlyDictionary<string, object?> changed = SettingProbe.Changes(part, name, SampleOf(part, setting)!);

        Assert.That(changed.Keys, Is.EqualTo([name]));
    }

    [Test]
    public void Paths_OfAllParts_Differ() => Assert.That(ConfigurationParts.All.Select(part => part.Path), Is.Unique);

    private static ConfigurationPart PartAt(string path) => ConfigurationParts.All.Single(part => part.Path == path);

    private static string? SampleOf(ConfigurationPart part, SettingDescription setting) => setting.Kind switch
    {
        SettingKind.Flag => part.OptionsType.GetProperty(setting.Name)?.GetValue(Activator.CreateInstance(part.OptionsType)) is true ? "false" : "true",
        SettingKind.Whole => "77777",
        SettingKind.Number => "0.12345",
        SettingKind.Duration => "1.02:03:04",
        SettingKind.Choice => setting.Choices[^1],
        _ => null,
    };
}
