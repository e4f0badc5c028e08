// SPDX-License-Identifier: MIT

using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Reads single settings, to see what they change and what the options say to it.</summary>
internal static class SettingProbe
{
    /// <summary>What the options find wrong when a setting has a value.</summary>
    public static IReadOnlyList<string> Problems(ConfigurationPart part, string setting, string value)
    {
        var problems = new ConfigurationProblems();
        part.Read(Root(part, setting, value), problems);
        return problems.All;
    }

    /// <summary>The members that a setting changes, and to what.</summary>
    public static IReadOnlyDictionary<string, object?> Changes(ConfigurationPart part, string setting, string value)
    {
        MethodInfo method = typeof(SettingProbe).GetMethod(nameof(ChangesOf), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (IReadOnlyDictionary<string, object?>)method.MakeGenericMethod(part.OptionsType).Invoke(null, [part, setting, value])!;
    }

    private static Dictionary<string, object?> ChangesOf<TOptions>(ConfigurationPart part, string setting, string value)
        where TOptions : class, IGuardOptions, new()
    {
        var usual = new TOptions();
        var changed = new TOptions();
        Setting<TOptions> read = part.Settings.Cast<Setting<TOptions>>().Single(candidate => candidate.Name == setting);
        read.Read(Root(part, setting, value).GetSection(PathOf(part, setting))).Assign!(changed);
        return typeof(TOptions).GetProperties()
            .Where(property => property.PropertyType.IsValueType && !Equals(property.GetValue(usual), property.GetValue(changed)))
            .ToDictionary(property => property.Name, property => property.GetValue(changed));
    }

    private static IConfigurationRoot Root(ConfigurationPart part, string setting, string value) => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create<string, string?>(PathOf(part, setting), value)])
        .Build();

    private static string PathOf(ConfigurationPart part, string setting) =>
        part.PathOf(setting).Replace(ConfigurationPart.AnyName, "some", StringComparison.Ordinal);
}
