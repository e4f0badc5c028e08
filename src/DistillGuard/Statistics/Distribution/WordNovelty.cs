// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>How new a text's words and their order are to a reference, as a normal score among reference texts of its length.</summary>
/// <remarks>
/// Reference texts are scored by models that have not seen them: in five folds, each by the counts of the other four. Otherwise every new text
/// would look newer than the reference does to itself. Exact repeats defeat that, so repeated texts should be left out.
/// Immutable; 2 MB and a number a reference text.
/// </remarks>
internal sealed class WordNovelty
{
    private const int Folds = 5;

    private readonly BigramCounts _counts;
    private readonly LengthScale _scale;
    private readonly NormalScores _scores;

    private WordNovelty(BigramCounts counts, LengthScale scale, NormalScores scores)
    {
        _counts = counts;
        _scale = scale;
        _scores = scores;
    }

    /// <summary>Learns from some rows of a table, at least two.</summary>
    public static WordNovelty Fit(FeatureRows rows, ReadOnlySpan<int> reference)
    {
        var counts = new BigramCounts();
        foreach (int row in reference)
        {
            counts.Add(rows.Words(row));
        }

        double[] novelties = CrossFit(rows, reference, counts);
        var words = new int[reference.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = rows.Words(reference[i]).Length;
        }

        var scale = new LengthScale(words, novelties);
        var standardised = new float[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            standardised[i] = scale.Standardise(words[i], novelties[i]);
        }

        return new WordNovelty(counts, scale, new NormalScores(standardised));
    }

    /// <summary>The normal score of one text; larger is newer. 0, the middle, for a text without words.</summary>
    /// <param name="words">Its <see cref="WordHashes"/>.</param>
    public double Score(ReadOnlySpan<uint> words) =>
        words.IsEmpty ? 0 : _scores.Of(_scale.Standardise(words.Length, _counts.Novelty(words)));

    /// <summary>The novelty of each reference text to the folds it is not in.</summary>
    /// <param name="rows">The features.</param>
    /// <param name="reference">The rows of the reference; a text's fold is its place in it, modulo five.</param>
    /// <param name="counts">The counts of the whole reference; the same afterwards.</param>
    internal static double[] CrossFit(FeatureRows rows, ReadOnlySpan<int> reference, BigramCounts counts)
    {
        var novelties = new double[reference.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            for (int i = fold; i < reference.Length; i += Folds)
            {
                counts.Add(rows.Words(reference[i]), -1);
            }

            for (int i = fold; i < reference.Length; i += Folds)
            {
                novelties[i] = counts.Novelty(rows.Words(reference[i]));
            }

            for (int i = fold; i < reference.Length; i += Folds)
            {
                counts.Add(rows.Words(reference[i]));
            }
        }

        return novelties;
    }
}
