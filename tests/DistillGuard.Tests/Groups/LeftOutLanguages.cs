// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Rules;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Groups;

/// <summary>Campaigns of twenty accounts under the whole catalogue, without the words of their language, and with these only.</summary>
internal static class LeftOutLanguages
{
    private const int Accounts = 20;

    private static readonly Lazy<Dictionary<(string Variant, SampleLanguage Language, Words Words), RobustnessCell>> Cells = new(Measure);

    /// <summary>Words that the rules have.</summary>
    public enum Words
    {
        All,
        Others,
        Own,
    }

    public static IReadOnlyList<string> Variants { get; } =
    [
        "template, turns",
        "template, uneven budgets",
        "template, independent",
        "template, uneven, independent",
        "template, half ordinary use",
        "every wording mixed, uneven, independent",
    ];

    public static RobustnessCell Of(string variant, SampleLanguage language, Words words) => Cells.Value[(variant, language, words)];

    /// <summary>The table of the page, in Markdown.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder("| campaign of 20 accounts |");
        text.AppendJoin(string.Empty, RobustnessTable.Languages.Select(language => $" {language}, all words | without its own | only its own |"));
        text.Append("\n| --- |").Insert(text.Length, " --- |", RobustnessTable.Languages.Count * 3).Append('\n');
        foreach (string variant in Variants)
        {
            text.Append("| ").Append(variant).Append(" |");
            foreach (SampleLanguage language in RobustnessTable.Languages)
            {
                text.AppendJoin(string.Empty, Enum.GetValues<Words>().Select(words => $" {Of(variant, language, words).Text} |"));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static Dictionary<(string Variant, SampleLanguage Language, Words Words), RobustnessCell> Measure()
    {
        (string Variant, SampleLanguage Language, Words Words)[] keys =
        [
            .. from variant in Variants from language in RobustnessTable.Languages from words in Enum.GetValues<Words>() select (variant, language, words),
        ];
        Dictionary<(SampleLanguage, Words), RuleSet> catalogues = keys.Select(key => (key.Language, key.Words)).Distinct()
            .ToDictionary(key => key, key => Catalogue(key.Language, key.Words));
        var cells = new RobustnessCell[keys.Length];
        Parallel.For(0, keys.Length, i => cells[i] = Enumerable.Range(1, RobustnessTable.Seeds)
            .Select(seed => RobustnessTrial.Run(
                RobustnessVariants.Named(keys[i].Variant), keys[i].Language, Accounts, seed, catalogues[(keys[i].Language, keys[i].Words)]))
            .Aggregate((left, right) => left + right));
        return keys.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static RuleSet Catalogue(SampleLanguage language, Words words) => words switch
    {
        Words.Others => CatalogueWords.Of(kept => kept != language),
        Words.Own => CatalogueWords.Of(kept => kept == language),
        _ => BuiltInRuleSets.Load(),
    };
}
