// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>One setting of a kind of options: reads it once, and can set it on any number of them.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
internal sealed class Setting<TOptions> : SettingDescription
{
    private readonly Func<IConfigurationSection, ReadSetting<TOptions>> _read;

    public Setting(
        string name,
        SettingKind kind,
        Func<IConfigurationSection, ReadSetting<TOptions>> read,
        IReadOnlyList<string>? choices = null,
        string? summary = null)
        : base(name, kind, choices ?? [], summary) => _read = read;

    /// <summary>Reads it; <c>null</c> and <c>{}</c> leave the default.</summary>
    public ReadSetting<TOptions> Read(IConfigurationSection section)
    {
        bool hasChildren = section.GetChildren().Any();
        if (Kind == SettingKind.Texts)
        {
            return hasChildren || section.Value is not null ? _read(section) : default;
        }

        return hasChildren
            ? ReadSetting<TOptions>.Failed("it is an object or a list; it must be one value")
            : section.Value is null ? default : _read(section);
    }
}
