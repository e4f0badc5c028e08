// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>A part whose members have names that the operator chooses, each with the same settings.</summary>
/// <typeparam name="TOptions">The options that hold them.</typeparam>
/// <typeparam name="TItem">The options of one of them.</typeparam>
internal sealed class NamedPart<TOptions, TItem> : ConfigurationPart
    where TItem : class, IGuardOptions, new()
{
    private readonly SettingsTable<TItem> _table;
    private readonly Func<TOptions, string, TItem> _find;

    /// <summary>Makes a part.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="table">The settings of one member.</param>
    /// <param name="find">Finds the member of a name, or adds one.</param>
    public NamedPart(string path, SettingsTable<TItem> table, Func<TOptions, string, TItem> find)
        : base(path, isOptional: false)
    {
        _table = table;
        _find = find;
    }

    public override Type OptionsType => typeof(TItem);

    public override bool IsNamed => true;

    public override IReadOnlyList<SettingDescription> Settings => _table.Settings;

    public override PreparedPart? Read(IConfiguration root, ConfigurationProblems problems)
    {
        var assignments = new List<Action<TOptions>>();
        foreach (IConfigurationSection section in root.GetSection(Path).GetChildren())
        {
            var item = new PreparedOptions<TItem>(section.Path, _table.Read(section, problems));
            var options = new TItem();
            item.Change(options);
            problems.AddAll(section.Path, _table.Settings, options);
            string name = section.Key;
            assignments.Add(holder => item.Change(_find(holder, name)));
        }

        return new PreparedOptions<TOptions>(Path, assignments);
    }
}
