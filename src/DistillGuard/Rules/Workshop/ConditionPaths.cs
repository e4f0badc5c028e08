// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules.Workshop;

/// <summary>All ways in which a condition can hold, while there are few enough to write out.</summary>
internal static class ConditionPaths
{
    private const int MostPaths = 512;

    /// <summary>The ways, or null when there are too many.</summary>
    public static IReadOnlyList<ConditionPath>? Of(ConditionDocument condition) => Of(condition, wanted: true);

    private static IReadOnlyList<ConditionPath>? Of(ConditionDocument condition, bool wanted) => condition switch
    {
        NotDocument not => Of(not.Item, !wanted),
        GroupDocument group => group.All == wanted ? Together(group, wanted) : OneOf(group, wanted),
        PropertyDocument property => [ConditionPath.Range(property, excluded: !wanted)],
        PhrasesDocument phrases when wanted => [ConditionPath.Demand(phrases)],
        PhrasesDocument phrases => Without(phrases),
        _ => [wanted ? ConditionPath.More() : ConditionPath.Free],
    };

    private static List<ConditionPath>? Together(GroupDocument group, bool wanted)
    {
        List<ConditionPath> joined = [ConditionPath.Free];
        foreach (ConditionDocument item in group.Items)
        {
            if (Of(item, wanted) is not { } ways || joined.Count * ways.Count > MostPaths)
            {
                return null;
            }

            joined = [.. joined.SelectMany(one => ways.Select(other => ConditionPath.Join(one, other)))];
        }

        return joined;
    }

    private static List<ConditionPath>? OneOf(GroupDocument group, bool wanted)
    {
        List<ConditionPath> ways = [];
        foreach (ConditionDocument item in group.Items)
        {
            if (Of(item, wanted) is not { } more || ways.Count + more.Count > MostPaths)
            {
                return null;
            }

            ways.AddRange(more);
        }

        return ways;
    }

    // Fewer than n of k are there: with n = 1 none is. For a larger n any k - n + 1 may be the missing ones, which is left open.
    private static IReadOnlyList<ConditionPath> Without(PhrasesDocument phrases)
    {
        if (phrases.AtLeast > 1)
        {
            return [ConditionPath.Free];
        }

        ConditionPath none = ConditionPath.Free;
        foreach (byte[] phrase in phrases.Phrases)
        {
            none = ConditionPath.Join(none, ConditionPath.Forbid(phrase, phrases.Scope));
        }

        return [none];
    }
}
