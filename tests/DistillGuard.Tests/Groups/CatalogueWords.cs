// SPDX-License-Identifier: MIT

using System.Text.Json.Nodes;
using DistillGuard.Rules;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Groups;

/// <summary>The built-in rules with the words of some languages only, told by their script: Spanish goes with English, Japanese with Chinese.</summary>
/// <remarks>A rule of which an ingredient has no words left is left out.</remarks>
internal static class CatalogueWords
{
    /// <summary>Compiles what is left.</summary>
    /// <param name="keeps">Whether the words of a language stay.</param>
    public static RuleSet Of(Func<SampleLanguage, bool> keeps)
    {
        var sources = new List<RuleSetSource>();
        foreach (RuleSetSource source in BuiltInRuleSets.Sources())
        {
            JsonObject document = JsonNode.Parse(source.Utf8.Span)!.AsObject();
            JsonArray rules = document["rules"]!.AsArray();
            foreach (JsonNode? rule in rules.ToArray())
            {
                if (!Keep(rule!["condition"]!.AsObject(), keeps))
                {
                    rules.Remove(rule);
                }
            }

            if (rules.Count > 0)
            {
                sources.Add(new RuleSetSource(source.Name, document.ToJsonString()));
            }
        }

        return RuleSet.Compile(sources);
    }

    /// <summary>Takes words out of a condition, and says whether it can still hold.</summary>
    private static bool Keep(JsonObject condition, Func<SampleLanguage, bool> keeps)
    {
        (string kind, JsonNode? value) = condition.First();
        return kind switch
        {
            "phrases" => KeepPhrases(value!.AsObject(), keeps),
            "all" => value!.AsArray().ToArray().All(part => Keep(part!.AsObject(), keeps)),
            "any" => KeepAny(value!.AsArray(), keeps),
            _ => true,
        };
    }

    private static bool KeepAny(JsonArray parts, Func<SampleLanguage, bool> keeps)
    {
        foreach (JsonNode? part in parts.ToArray())
        {
            if (!Keep(part!.AsObject(), keeps))
            {
                parts.Remove(part);
            }
        }

        return parts.Count > 0;
    }

    private static bool KeepPhrases(JsonObject phrases, Func<SampleLanguage, bool> keeps)
    {
        bool isAll = phrases.ContainsKey("all");
        JsonArray list = phrases[isAll ? "all" : "any"]!.AsArray();
        int before = list.Count;
        foreach (JsonNode? phrase in list.ToArray())
        {
            if (!keeps(LanguageOf(phrase!.GetValue<string>())))
            {
                list.Remove(phrase);
            }
        }

        return list.Count >= (isAll ? before : phrases["atLeast"]?.GetValue<int>() ?? 1);
    }

    private static SampleLanguage LanguageOf(string phrase) =>
        phrase.Any(character => character is >= '\u3040' and <= '\u9fff') ? SampleLanguage.Chinese
            : phrase.Any(character => character is >= '\u0400' and <= '\u04ff') ? SampleLanguage.Russian
            : SampleLanguage.English;
}
