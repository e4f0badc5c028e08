// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Rules;

namespace DistillGuard.Benchmarks.Samples;

/// <summary>The phrases of the catalogue that comes with the library, rule by rule, for stock parts to search for the same.</summary>
internal static class CataloguePhrases
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The distinct phrases of each rule that has any.</summary>
    public static IReadOnlyList<string[]> ByRule { get; } = [.. Read()];

    /// <summary>All distinct phrases.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByRule.SelectMany(rule => rule).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string[]> Read()
    {
        foreach (RuleSetSource source in BuiltInRuleSets.Sources())
        {
            using JsonDocument document = JsonDocument.Parse(source.Utf8, Lenient);
            foreach (JsonElement rule in document.RootElement.GetProperty("rules").EnumerateArray())
            {
                var phrases = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                Collect(rule.GetProperty("condition"), isPhrases: false, phrases);
                if (phrases.Count > 0)
                {
                    yield return [.. phrases];
                }
            }
        }
    }

    private static void Collect(JsonElement element, bool isPhrases, HashSet<string> phrases)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                if (isPhrases && item.ValueKind == JsonValueKind.String)
                {
                    phrases.Add(item.GetString()!);
                }

                Collect(item, isPhrases, phrases);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in element.EnumerateObject())
            {
                Collect(member.Value, isPhrases || member.NameEquals("phrases"), phrases);
            }
        }
    }
}
