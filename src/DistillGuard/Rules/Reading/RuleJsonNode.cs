// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Reading;

/// <summary>A JSON value that knows where it stands. Members keep their order, and duplicates are kept to be complained about.</summary>
internal sealed class RuleJsonNode
{
    public required RuleJsonKind Kind { get; init; }

    public required Place Place { get; init; }

    /// <summary>The text of a <see cref="RuleJsonKind.Text"/>, and the spelling of a number or Boolean.</summary>
    public string Text { get; init; } = string.Empty;

    public double Number { get; init; }

    public bool Boolean { get; init; }

    public List<RuleJsonNode> Items { get; } = [];

    public List<RuleJsonMember> Members { get; } = [];

    /// <summary>The value as a diagnostic shows it: on one line and short.</summary>
    public string Shown => Kind switch
    {
        RuleJsonKind.Null => "null",
        RuleJsonKind.List => $"a list of {Items.Count}",
        RuleJsonKind.Object => "an object",
        RuleJsonKind.Text => Shorten(Text),
        _ => Text,
    };

    /// <summary>A text between quotes, cut to 60 characters.</summary>
    public static string Shorten(string text)
    {
        const int Longest = 60;
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? $"\"{line}\"" : $"\"{line[..Longest]}...\"";
    }
}
