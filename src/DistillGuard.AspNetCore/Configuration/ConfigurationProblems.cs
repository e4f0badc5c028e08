// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Collects what is wrong with a configuration, each with the path of its setting.</summary>
internal sealed class ConfigurationProblems
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> All => _problems;

    /// <summary>Adds what is wrong with a setting.</summary>
    public void Add(string path, string problem) => _problems.Add($"{path}: {problem}.");

    /// <summary>Adds what options find wrong with themselves. Where they name the member first, it becomes the end of the path.</summary>
    /// <param name="path">The options' path.</param>
    /// <param name="settings">Their settings.</param>
    /// <param name="options">The options.</param>
    public void AddAll(string path, IReadOnlyList<SettingDescription> settings, IGuardOptions options)
    {
        var found = new OptionsProblems();
        options.Validate(found);
        foreach (string problem in found.Problems)
        {
            int end = problem.IndexOf(' ', StringComparison.Ordinal);
            string name = end < 0 ? string.Empty : problem[..end].Replace('.', ':');
            bool isMember = settings.Any(setting => setting.Name == name);
            _problems.Add(isMember ? $"{path}:{name}{problem[end..]}" : $"{path}: {problem}");
        }
    }

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new GuardConfigurationException(_problems);
        }
    }
}
