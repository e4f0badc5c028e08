// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Samples;

/// <summary>As many different phrases of three words as wanted, the same on every machine.</summary>
internal sealed class MadePhrases
{
    private const int Seed = 20_261_128;
    private const int WordsOfPhrase = 3;

    private static readonly string[] Words =
    [
        "hidden", "internal", "reasoning", "answer", "rubric", "score", "instruction", "dataset", "harder", "rewrite", "verbatim", "transcript",
        "persona", "diverse", "synthetic", "trajectory", "preference", "evaluate", "paragraph", "question", "snippet", "function", "difficulty", "label",
    ];

    public MadePhrases(int count)
    {
        var random = new Random(Seed);
        var all = new HashSet<string>(StringComparer.Ordinal);
        while (all.Count < count)
        {
            all.Add(string.Join(' ', Enumerable.Range(0, WordsOfPhrase).Select(_ => Words[random.Next(Words.Length)])));
        }

        All = [.. all];
    }

    public IReadOnlyList<string> All { get; }
}
