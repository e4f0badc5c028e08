// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The settings of a kind of options, in the order in which they are documented.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
/// <remarks>
/// A line a setting, no reflection: fit for native AOT. What is in range is the options' own affair (<see cref="IGuardOptions"/>), and so is the default;
/// the schema learns both from them.
/// </remarks>
internal sealed class SettingsTable<TOptions>
    where TOptions : class, IGuardOptions
{
    private readonly List<Setting<TOptions>> _settings = [];

    public IReadOnlyList<Setting<TOptions>> Settings => _settings;

    public SettingsTable<TOptions> Flag(string name, Action<TOptions, bool> set) => Add<bool>(name, SettingKind.Flag, SettingText.TryFlag, set);

    public SettingsTable<TOptions> Whole(string name, Action<TOptions, int> set) => Add<int>(name, SettingKind.Whole, SettingText.TryWhole, set);

    public SettingsTable<TOptions> Number(string name, Action<TOptions, double> set) =>
        Add<double>(name, SettingKind.Number, SettingText.TryNumber, set);

    public SettingsTable<TOptions> Duration(string name, Action<TOptions, TimeSpan> set) =>
        Add<TimeSpan>(name, SettingKind.Duration, SettingText.TryDuration, set);

    public SettingsTable<TOptions> Choice<TChoice>(string name, IReadOnlyList<string> choices, Action<TOptions, TChoice> set)
        where TChoice : struct, Enum => Add<TChoice>(
            name,
            SettingKind.Choice,
            (string text, out TChoice value, out string problem) => SettingText.TryChoice(text, choices, out value, out problem),
            set,
            choices);

    public SettingsTable<TOptions> Text(string name, Action<TOptions, string> set) => Text<string>(name, static text => text, set);

    /// <summary>A text that stands for something else, such as a file's content; reading it may throw as files do.</summary>
    public SettingsTable<TOptions> Text<TValue>(string name, Func<string, TValue> read, Action<TOptions, TValue> set)
    {
        _settings.Add(new Setting<TOptions>(
            name,
            SettingKind.Text,
            section => SettingFile.TryRead(section.Value!, read, out TValue? value, out string problem)
                ? new ReadSetting<TOptions>(options => set(options, value), null)
                : ReadSetting<TOptions>.Failed(problem)));
        return this;
    }

    public SettingsTable<TOptions> Texts(string name, Action<TOptions, IReadOnlyList<string>> set) => Texts<string>(name, static text => text, set);

    /// <summary>A list of texts that stand for something else; reading them may throw as files do.</summary>
    public SettingsTable<TOptions> Texts<TValue>(
        string name, Func<string, TValue> read, Action<TOptions, IReadOnlyList<TValue>> set, string? summary = null)
    {
        _settings.Add(new Setting<TOptions>(
            name,
            SettingKind.Texts,
            section => SettingFile.TryReadAll(section, read, out IReadOnlyList<TValue> values, out string problem)
                ? new ReadSetting<TOptions>(options => set(options, values), null)
                : ReadSetting<TOptions>.Failed(problem),
            summary: summary));
        return this;
    }

    /// <summary>Reads what stands in a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="problems">Where problems are added.</param>
    /// <returns>What sets it.</returns>
    public IReadOnlyList<Action<TOptions>> Read(IConfigurationSection section, ConfigurationProblems problems)
    {
        var assignments = new List<Action<TOptions>>();
        foreach (Setting<TOptions> setting in _settings)
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

    private SettingsTable<TOptions> Add<TValue>(
        string name, SettingKind kind, SettingParser<TValue> parse, Action<TOptions, TValue> set, IReadOnlyList<string>? choices = null)
    {
        _settings.Add(new Setting<TOptions>(
            name,
            kind,
            section => parse(section.Value!, out TValue value, out string problem)
                ? new ReadSetting<TOptions>(options => set(options, value), null)
                : ReadSetting<TOptions>.Failed(problem),
            choices));
        return this;
    }
}
