// SPDX-License-Identifier: MIT

namespace DistillGuard.RuleSets;

/// <summary>How many prompts of a family there are, and how many match a rule.</summary>
public sealed class FamilyCount
{
    public required string Label { get; init; }

    public required string Family { get; init; }

    public int Prompts { get; set; }

    public int Hits { get; set; }

    public double Rate => (double)Hits / Prompts;

    public SortedDictionary<string, int> Rules { get; } = new(StringComparer.Ordinal);

    public override string ToString()
    {
        string rules = string.Join(", ", Rules.Select(rule => $"{rule.Key} {rule.Value}"));
        return $"{Label,-8}{Family,-34}{Prompts,6}{Hits,6}{Rate,9:P2}  {rules}";
    }
}
