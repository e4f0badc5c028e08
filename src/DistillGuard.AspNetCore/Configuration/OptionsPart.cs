// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>A part that changes options with defaults of their own.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
internal sealed class OptionsPart<TOptions> : ConfigurationPart
    where TOptions : class, IGuardOptions, new()
{
    private readonly SettingsTable<TOptions> _table;
    private readonly Action<DistillationGuardBuilder, Action<TOptions>>? _apply;

    /// <summary>Makes a part.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="table">Its settings.</param>
    /// <param name="apply">Adds what it is about to the guard, changed as given; <see langword="null"/> when it is not about the guard.</param>
    /// <param name="isOptional">Whether it may be switched off.</param>
    public OptionsPart(
        string path,
        SettingsTable<TOptions> table,
        Action<DistillationGuardBuilder, Action<TOptions>>? apply = null,
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
        var prepared = new PreparedOptions<TOptions>(Path, _table.Read(section, problems), _apply);
        var options = new TOptions();
        prepared.Change(options);
        problems.AddAll(section.Path, _table.Settings, options);
        return isOn ? prepared : null;
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
