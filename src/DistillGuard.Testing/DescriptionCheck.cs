// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Testing;

/// <summary>
/// Looks at the descriptions of the signals that a detector gives: they are what a person reads before deciding.
/// </summary>
internal static class DescriptionCheck
{
    public static void Run(DetectorCase detector) =>
        Run([.. detector.RecordAttack().Infos.Union(detector.RecordBenign().Infos)], nameof(DetectorCase.SendAttack));

    /// <param name="infos">The descriptions.</param>
    /// <param name="script">What should have brought some.</param>
    public static void Run(SignalInfo[] infos, string script)
    {
        if (infos.Length == 0)
        {
            throw new DetectorContractException($"No signal was given, so no description could be read. Let {script} " +
                "bring one.");
        }

        foreach (SignalInfo info in infos)
        {
            Check(info);
        }

        foreach (IGrouping<string, SignalInfo> same in infos.GroupBy(info => info.Id, StringComparer.Ordinal))
        {
            if (same.Count() > 1)
            {
                throw new DetectorContractException(
                    $"{same.Count()} descriptions have the id '{same.Key}'. Make one static description for each " +
                    "signal.");
            }
        }
    }

    private static void Check(SignalInfo info)
    {
        if (!IsDottedName(info.Id))
        {
            throw new DetectorContractException(
                $"The signal id '{info.Id}' is not lower case with dots and hyphens, like 'volume.above-cohort'.");
        }

        Require(info, nameof(info.Title), info.Title);
        Require(info, nameof(info.Reason), info.Reason);
        Require(info, nameof(info.Innocent), info.Innocent);
        if (info.References.Count == 0 || info.References.Any(string.IsNullOrWhiteSpace))
        {
            throw new DetectorContractException($"'{info.Id}' gives no reference, or an empty one. Say where the " +
                "indicator was published.");
        }
    }

    private static void Require(SignalInfo info, string member, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new DetectorContractException($"'{info.Id}' has an empty {member}. People read it beside the " +
                "accusation.");
        }
    }

    private static bool IsDottedName(string id)
    {
        string[] names = id.Split('.');
        return names.Length > 1 && Array.TrueForAll(names, name => NameCheck.IsKebabCase(name));
    }
}
