// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Groups;

/// <summary>Every variant in every language and size, measured once for all tests, and as the page shows it.</summary>
internal static class RobustnessTable
{
    public const int Seeds = 3;

    private static readonly Lazy<Dictionary<(string Variant, SampleLanguage Language, int Accounts), RobustnessCell>> Cells = new(Measure);

    public static IReadOnlyList<int> Sizes { get; } = [4, 8, 20, 60];

    public static IReadOnlyList<SampleLanguage> Languages { get; } = Enum.GetValues<SampleLanguage>();

    public static RobustnessCell Of(string variant, SampleLanguage language, int accounts) => Cells.Value[(variant, language, accounts)];

    /// <summary>A variant in a language from eight accounts on, below which a template alone accuses nobody.</summary>
    public static RobustnessCell Of(string variant, SampleLanguage language) =>
        Sum(Sizes.Where(size => size >= 8).Select(size => Of(variant, language, size)));

    /// <summary>A variant in all languages.</summary>
    public static RobustnessCell Of(string variant, int accounts) => Sum(Languages.Select(language => Of(variant, language, accounts)));

    /// <summary>The table of the page, in Markdown.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("| campaign |").AppendJoin(string.Empty, Sizes.Select(size => Invariant($" {size} accounts |")));
        text.AppendJoin(string.Empty, Languages.Select(language => $" {language} |")).Append('\n');
        text.Append("| --- |").Insert(text.Length, " --- |", Sizes.Count + Languages.Count).Append('\n');
        foreach (RobustnessVariant variant in RobustnessVariants.All)
        {
            text.Append("| ").Append(variant.Name).Append(" |");
            text.AppendJoin(string.Empty, Sizes.Select(size => $" {Of(variant.Name, size).Text} |"));
            text.AppendJoin(string.Empty, Languages.Select(language => $" {Of(variant.Name, language).Text} |")).Append('\n');
        }

        return text.ToString();
    }

    private static RobustnessCell Sum(IEnumerable<RobustnessCell> cells) => cells.Aggregate((left, right) => left + right);

    private static Dictionary<(string Variant, SampleLanguage Language, int Accounts), RobustnessCell> Measure()
    {
        (string Variant, SampleLanguage Language, int Accounts)[] keys =
        [
            .. from variant in RobustnessVariants.All from language in Languages from size in Sizes select (variant.Name, language, size),
        ];
        var cells = new RobustnessCell[keys.Length];
        Parallel.For(0, keys.Length, i => cells[i] = Sum(
            Enumerable.Range(1, Seeds).Select(seed =>
                RobustnessTrial.Run(RobustnessVariants.Named(keys[i].Variant), keys[i].Language, keys[i].Accounts, seed))));
        return keys.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
