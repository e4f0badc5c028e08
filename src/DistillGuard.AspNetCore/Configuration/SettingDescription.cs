// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>One setting as an operator sees it. The schema and the documentation are made from these.</summary>
internal abstract class SettingDescription
{
    private protected SettingDescription(string name, SettingKind kind, IReadOnlyList<string> choices, string? summary)
    {
        Name = name;
        Kind = kind;
        Choices = choices;
        Summary = summary;
    }

    /// <summary>Its name below its part; <c>:</c> where it is nested.</summary>
    public string Name { get; }

    /// <summary>How it is written.</summary>
    public SettingKind Kind { get; }

    /// <summary>The words of a <see cref="SettingKind.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>What it is, where no member of the options has its name and says so; <see langword="null"/> where one does.</summary>
    public string? Summary { get; }
}
