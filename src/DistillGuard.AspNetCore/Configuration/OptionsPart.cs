// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>A part that changes options with defaults of their own.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
internal sealed class OptionsPart<TOptions> : ConfigurationPart
    where TOptions : class, IGuardOptions, new()
{
    private readonly SettingsTable<TOptions> _table;
    private readonly Action<IServiceProvider, DistillationGuardBuilder, Action<TOptions>> _apply;

    /// <summary>Makes a part.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="table">Its settings.</param>
    /// <param name="apply">Adds what it is about to the guard, changed as given.</param>
    /// <param name="isOptional">Whether it may be switched off.</param>
    public OptionsPart(
        string path,
        SettingsTable<TOptions> table,
        Action<IServiceProvider, DistillationGuardBuilder, Action<TOptions>> apply,
        bool isOptional = false)
        : base(path, isOptional)
    {
        _table = table;
        _apply = apply;
    }

    public override Type OptionsType => typeof(TOptions);

    public override IReadOnlyList<SettingDescription> Settings => _table.Settings;

    public override PreparedPart? Read(IConfiguration root, ConfigurationProblems problems)
    {
        IConfigurationSection section = root.GetSection(Path);
        bool isOn = !IsOptional || IsOn(section, problems);
        List<Action<TOptions>> assignments = Assignments(section, problems);
        var options = new TOptions();
        Change(options);
        var found = new OptionsProblems();
        options.Validate(found);
        problems.AddAll(section.Path, _table.Settings, found);
        return isOn ? (services, builder) => _apply(services, builder, Change) : null;

        void Change(TOptions changed)
        {
            foreach (Action<TOptions> assign in assignments)
            {
                assign(changed);
            }
        }
    }

    private List<Action<TOptions>> Assignments(IConfigurationSection section, ConfigurationProblems problems)
    {
        var assignments = new List<Action<TOptions>>();
        foreach (Setting<TOptions> setting in _table.Settings)
        {
            IConfigurationSection place = section.GetSection(setting.Name);
            ReadSetting<TOptions> read = setting.Read(place);
            if (read.Problem is { } problem)
            {
                problems.Add(place.Path, problem);
            }
            else if (read.Assign is { } assign)
            {
                assignments.Add(assign);
            }
        }

        return assignments;
    }

    private static bool IsOn(IConfigurationSection section, ConfigurationProblems problems)
    {
        IConfigurationSection place = section.GetSection(Switch);
        if (place.Value is null)
        {
            return true;
        }

        if (!SettingText.TryFlag(place.Value, out bool isOn, out string problem))
        {
            problems.Add(place.Path, problem);
        }

        return isOn;
    }
}
