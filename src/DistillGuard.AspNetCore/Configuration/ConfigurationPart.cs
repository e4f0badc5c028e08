// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>One object of the configuration: which settings it has, and what becomes of them.</summary>
internal abstract class ConfigurationPart
{
    /// <summary>The last name of a part that may be switched off.</summary>
    public const string Switch = "Enabled";

    /// <summary>Stands in paths for a name that the operator chooses.</summary>
    public const string AnyName = "*";

    private protected ConfigurationPart(string path, bool isOptional)
    {
        Path = path;
        IsOptional = isOptional;
    }

    /// <summary>Where it stands below the section, such as <c>Detectors:RateAnomaly</c>.</summary>
    public string Path { get; }

    /// <summary>Whether it may be switched off.</summary>
    public bool IsOptional { get; }

    /// <summary>Whether its members have names that the operator chooses; the settings are those of each.</summary>
    public virtual bool IsNamed => false;

    /// <summary>The options it sets.</summary>
    public abstract Type OptionsType { get; }

    /// <summary>Its settings.</summary>
    public abstract IReadOnlyList<SettingDescription> Settings { get; }

    /// <summary>The path of one of its settings; <see cref="AnyName"/> stands for a name that the operator chooses.</summary>
    public string PathOf(string setting) => IsNamed ? $"{Path}:{AnyName}:{setting}" : $"{Path}:{setting}";

    /// <summary>Reads it. What is wrong is added to the problems; nothing is applied yet.</summary>
    /// <param name="root">The section it stands in.</param>
    /// <param name="problems">Where problems are added.</param>
    /// <returns>What applies it to a guard; <see langword="null"/> when it is switched off.</returns>
    public abstract PreparedPart? Read(IConfiguration root, ConfigurationProblems problems);
}
