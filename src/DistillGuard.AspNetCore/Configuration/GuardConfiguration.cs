// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Configuration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The section as it was when it was first asked for: read and checked once, applied whole or not at all. Thread-safe.</summary>
internal sealed class GuardConfiguration
{
    /// <summary>The section's name.</summary>
    public const string SectionName = "DistillGuard";

    private readonly IConfiguration _section;
    private readonly Lazy<IReadOnlyList<PreparedPart>> _parts;

    /// <param name="configuration">The section, or the root that holds it.</param>
    public GuardConfiguration(IConfiguration configuration)
    {
        _section = configuration as IConfigurationSection ?? configuration.GetSection(SectionName);
        _parts = new Lazy<IReadOnlyList<PreparedPart>>(Read);
    }

    /// <summary>Applies everything to the guard being built.</summary>
    /// <exception cref="GuardConfigurationException">Something is wrong, with whatever part; the message lists all of it.</exception>
    public void Apply(DistillationGuardBuilder builder)
    {
        foreach (PreparedPart part in _parts.Value)
        {
            part.Apply(builder);
        }
    }

    /// <summary>Changes options as their part says.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <param name="path">The part's path.</param>
    /// <param name="options">What is changed.</param>
    /// <exception cref="GuardConfigurationException">Something is wrong, with whatever part; the message lists all of it.</exception>
    public void Change<TOptions>(string path, TOptions options)
    {
        foreach (PreparedPart part in _parts.Value)
        {
            if (part is PreparedOptions<TOptions> prepared && prepared.Path == path)
            {
                prepared.Change(options);
            }
        }
    }

    private List<PreparedPart> Read()
    {
        var problems = new ConfigurationProblems();
        new ConfigurationShape(ConfigurationParts.All).Check(_section, problems);
        List<PreparedPart> parts =
        [
            .. ConfigurationParts.All.Select(part => part.Read(_section, problems)).OfType<PreparedPart>(),
        ];
        problems.ThrowIfAny();
        return parts;
    }
}
