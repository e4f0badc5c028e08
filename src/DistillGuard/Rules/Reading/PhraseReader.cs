// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Text;

namespace DistillGuard.Rules.Reading;

/// <summary>Reads phrases and folds them as prompts are folded.</summary>
internal sealed class PhraseReader
{
    private const int ShortestPhrase = 4;
    private const int LongestPhrase = 120;

    private readonly DiagnosticList _diagnostics;

    public PhraseReader(DiagnosticList diagnostics) => _diagnostics = diagnostics;

    /// <summary>The phrases that could be read, folded.</summary>
    public IReadOnlyList<byte[]> ReadList(IReadOnlyList<RuleJsonNode> nodes)
    {
        List<byte[]> phrases = [];
        foreach (RuleJsonNode node in nodes)
        {
            byte[] folded = Read(node);
            if (folded.Length == 0)
            {
                continue;
            }

            if (phrases.Exists(phrase => phrase.AsSpan().SequenceEqual(folded)))
            {
                _diagnostics.Add(
                    RuleDiagnosticCodes.DuplicateItem,
                    node.Place,
                    "The phrase stands twice in the list once case, width and spacing are folded.",
                    "Remove it.",
                    node.Shown);
                continue;
            }

            phrases.Add(folded);
        }

        return phrases;
    }

    /// <summary>One phrase, folded and trimmed; empty when it has a mistake.</summary>
    public byte[] Read(RuleJsonNode node)
    {
        if (node.Kind != RuleJsonKind.Text)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.WrongKind, node.Place, "The value is of the wrong kind.", "Give a text.", node.Shown);
            return [];
        }

        byte[] folded = Fold(node.Text);
        if (folded.Length < ShortestPhrase)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.PhraseTooShort,
                node.Place,
                $"The phrase has {folded.Length} UTF-8 bytes once folded; so short a one says nothing.",
                $"Use at least {ShortestPhrase}: that is four Latin letters, two Cyrillic or two Chinese.",
                node.Shown);
            return [];
        }

        if (folded.Length > LongestPhrase)
        {
            _diagnostics.Add(
                RuleDiagnosticCodes.PhraseTooLong,
                node.Place,
                $"The phrase has {folded.Length} UTF-8 bytes once folded.",
                $"Use at most {LongestPhrase}: the shortest wording that is still characteristic.",
                node.Shown);
            return [];
        }

        return folded;
    }

    private static byte[] Fold(string phrase)
    {
        byte[] source = Encoding.UTF8.GetBytes(phrase);
        var folded = new byte[source.Length + TextFolder.Slack];
        bool afterSpace = true;
        int length = TextFolder.Fold(source, folded, ref afterSpace);
        return folded.AsSpan(0, length).TrimEnd((byte)' ').ToArray();
    }
}
