// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>What can be told of a condition tree without compiling it.</summary>
internal static class ConditionTree
{
    /// <summary>Most conditions a rule may amount to, fragments put in.</summary>
    public const int LargestSize = 2000;

    /// <summary>Number of conditions, every use of a fragment counted in full; stops counting beyond <see cref="LargestSize"/>.</summary>
    public static int Size(ConditionDocument condition, int known = 0)
    {
        int size = known + 1;
        switch (condition)
        {
            case GroupDocument group:
                foreach (ConditionDocument item in group.Items)
                {
                    if (size > LargestSize)
                    {
                        return size;
                    }

                    size = Size(item, size);
                }

                return size;
            case NotDocument not:
                return Size(not.Item, size);
            default:
                return size;
        }
    }

    /// <summary>The languages its lists of phrases are tagged with, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Languages(ConditionDocument condition)
    {
        SortedSet<string> languages = new(StringComparer.Ordinal);
        Collect(condition, languages);
        return [.. languages];
    }

    private static void Collect(ConditionDocument condition, SortedSet<string> languages)
    {
        switch (condition)
        {
            case GroupDocument group:
                foreach (ConditionDocument item in group.Items)
                {
                    Collect(item, languages);
                }

                break;
            case NotDocument not:
                Collect(not.Item, languages);
                break;
            case PhrasesDocument { Language: { } language }:
                languages.Add(language);
                break;
            case ProximityDocument { Language: { } language }:
                languages.Add(language);
                break;
            case CountDocument { Language: { } language }:
                languages.Add(language);
                break;
            default:
                break;
        }
    }
}
