// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard;

/// <summary>Collects everything that is wrong with a configuration, so that it can be mended in one go. Not thread-safe.</summary>
public sealed class OptionsProblems
{
    private readonly List<string> _problems = [];
    private string _section = string.Empty;

    /// <summary>The problems found, in the order of the checks.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Checks that a value lies within a range, both ends included. NaN does not.</summary>
    public void CheckRange<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is {value}; it must be from {least} to {most}."));
        }
    }

    /// <summary>Reports a relation that does not hold. Say both values and the remedy.</summary>
    public void Add(string problem) => _problems.Add(_section + problem);

    internal void Check(string section, IGuardOptions options)
    {
        _section = section + ": ";
        options.Validate(this);
        _section = string.Empty;
    }

    internal void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new GuardConfigurationException(_problems);
        }
    }
}
