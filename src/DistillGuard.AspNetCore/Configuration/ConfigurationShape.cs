// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Reading;
using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Which names may stand where, whatever their case: finds what nobody would read.</summary>
internal sealed class ConfigurationShape
{
    private readonly Dictionary<string, List<string>> _names = new(StringComparer.OrdinalIgnoreCase);

    public ConfigurationShape(IEnumerable<ConfigurationPart> parts)
    {
        foreach (ConfigurationPart part in parts)
        {
            foreach (SettingDescription setting in part.Settings)
            {
                Add(part.PathOf(setting.Name));
            }

            if (part.IsOptional)
            {
                Add(part.PathOf(ConfigurationPart.Switch));
            }
        }
    }

    /// <summary>Reports every member that no part has, with the name that may have been meant.</summary>
    public void Check(IConfiguration root, ConfigurationProblems problems) => Check(root, string.Empty, problems);

    private void Check(IConfiguration node, string path, ConfigurationProblems problems)
    {
        if (!_names.TryGetValue(path, out List<string>? names))
        {
            return; // a setting: what is below it is its own affair
        }

        if (path.Length > 0 && node is IConfigurationSection { Value: { Length: > 0 } value } section)
        {
            problems.Add(section.Path, $"{SettingText.Shown(value)} is one value; it must be an object");
        }

        foreach (IConfigurationSection child in node.GetChildren())
        {
            string? name = names is [ConfigurationPart.AnyName]
                ? ConfigurationPart.AnyName
                : names.Find(known => string.Equals(known, child.Key, StringComparison.OrdinalIgnoreCase));
            if (name is not null)
            {
                Check(child, path.Length == 0 ? name : path + ":" + name, problems);
            }
            else
            {
                problems.Add(child.Path, "there is no such setting. " + NameSuggestion.Remedy(child.Key, names).TrimEnd('.'));
            }
        }
    }

    private void Add(string path)
    {
        string above = string.Empty;
        foreach (string name in path.Split(':'))
        {
            if (!_names.TryGetValue(above, out List<string>? names))
            {
                _names.Add(above, names = []);
            }

            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }

            above = above.Length == 0 ? name : above + ":" + name;
        }
    }
}
