// SPDX-License-Identifier: MIT

using System.Text.RegularExpressions;

namespace DistillGuard.Evaluation.Data;

/// <summary>Takes away what only tells how a data set was printed: case, tokenisation, quotes and markup. A control, not part of the test.</summary>
internal static partial class TextForm
{
    public static string Normalise(string text)
    {
        string plain = Markup().Replace(text.ToLowerInvariant(), " ");
        plain = Brackets().Replace(plain, match => match.Value switch { "-lrb-" => "(", "-rrb-" => ")", _ => " " });
        plain = SplitContraction().Replace(plain, "$1");
        plain = Quotes().Replace(plain, string.Empty);
        plain = BeforeMark().Replace(plain, "$1");
        plain = AfterBracket().Replace(plain, "$1");
        return Space().Replace(plain, " ").Trim();
    }

    [GeneratedRegex(@"<[^<>]{1,40}>|&[a-z]{2,6};|&#\d+;|https?://\S+|\[\[|\]\]|={2,}|@-@|@user")]
    private static partial Regex Markup();

    [GeneratedRegex("-[lr][rsc]b-")]
    private static partial Regex Brackets();

    [GeneratedRegex("[\"\u201C\u201D\u00AB\u00BB`\u2018]|''|(?<!\\p{L})['\u2019]|['\u2019](?!\\p{L})")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\s+((?:n['’]t|['’](?:s|re|ve|ll|d|m))\b)")]
    private static partial Regex SplitContraction();

    [GeneratedRegex(@"\s+([.,;:!?)\]%])")]
    private static partial Regex BeforeMark();

    [GeneratedRegex(@"([(\[$#])\s+")]
    private static partial Regex AfterBracket();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
