// SPDX-License-Identifier: MIT

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using DistillGuard.AspNetCore.Support;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>What is published about a setting, all of it taken from the code.</summary>
internal sealed partial class SettingFacts
{
    private readonly ConfigurationPart _part;
    private readonly SettingDescription _setting;

    private SettingFacts(ConfigurationPart part, SettingDescription setting)
    {
        _part = part;
        _setting = setting;
        (Least, Most) = Range();
    }

    public static IReadOnlyList<SettingFacts> All { get; } =
    [
        .. ConfigurationParts.All.SelectMany(static part => Switches(part).Concat(part.Settings.Select(setting => new SettingFacts(part, setting)))),
    ];

    public string Path => _part.PathOf(_setting.Name);

    public ConfigurationPart Part => _part;

    public SettingKind Kind => _setting.Kind;

    public IReadOnlyList<string> Choices => _setting.Choices;

    public string Least { get; }

    public string Most { get; }

    public string Summary => _setting.Summary ?? XmlSummaries.OfMember(_part.OptionsType, _setting.Name);

    /// <summary>The default as it would be written; empty where there is none.</summary>
    public string Default => _setting.Name == ConfigurationPart.Switch && _setting.Summary is not null ? "true" : Written(DefaultValue());

    public static string SummaryOfPart(string path) =>
        ConfigurationParts.All.FirstOrDefault(part => part.Path == path && !part.IsNamed) is { } part
            ? XmlSummaries.OfType(part.OptionsType)
            : path switch
            {
                "Gateway:Policies" => "Policies by the names that endpoints give.",
                "Gateway:Policies:*" => XmlSummaries.OfType(typeof(Policies.GatewayPolicy)),
                "Detectors" => "The detectors and the analyzers of groups; all run unless switched off.",
                "Fusion:Budget" => "How many false accusations are accepted.",
                _ => throw new InvalidOperationException($"{path} has no description."),
            };

    private static IEnumerable<SettingFacts> Switches(ConfigurationPart part) => part.IsOptional
        ? [new SettingFacts(part, new PlainSetting(ConfigurationPart.Switch, SettingKind.Flag, "Whether it runs. Default: true."))]
        : [];

    private object? DefaultValue()
    {
        object? value = Activator.CreateInstance(_part.OptionsType);
        foreach (string name in _setting.Name.Split(':'))
        {
            value = value?.GetType().GetProperty(name)?.GetValue(value);
        }

        return value;
    }

    private string Written(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        bool flag => flag ? "true" : "false",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IEnumerable<string> texts => string.Join(", ", texts),
        _ when Kind is SettingKind.Text or SettingKind.Texts => string.Empty,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => string.Empty,
    };

    // The options say it themselves when a value is far outside.
    private (string Least, string Most) Range()
    {
        string? outside = Kind switch
        {
            SettingKind.Whole => "-2147483648",
            SettingKind.Number => "-1E300",
            SettingKind.Duration => "-10000.00:00:00",
            _ => null,
        };
        if (outside is null)
        {
            return (string.Empty, string.Empty);
        }

        IReadOnlyList<string> problems = SettingProbe.Problems(_part, _setting.Name, outside);
        Match match = problems.Select(problem => RangeWords().Match(problem)).FirstOrDefault(found => found.Success)
            ?? throw new InvalidOperationException($"{Path} says no range: {string.Join(" ", problems)}");
        return (match.Groups[1].Value, match.Groups[2].Value);
    }

    [GeneratedRegex(@"must be from (\S+) to ([^\s,]+?)(?:\.$|, not)")]
    private static partial Regex RangeWords();

    private sealed class PlainSetting(string name, SettingKind kind, string summary) : SettingDescription(name, kind, [], summary);
}
