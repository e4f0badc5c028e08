// SPDX-License-Identifier: MIT

using DistillGuard.Evaluation.Data;

namespace DistillGuard.Evaluation.Windows;

/// <summary>
/// After DATE (Manolache, Brad and Burceanu, 2021): a discriminator learns on the reference which words of a text were replaced at random, and a text is odd
/// when it takes the text's own words for replaced ones. Many and few odd words are both odd, as in the comparison of arXiv 2606.05725.
/// </summary>
/// <remarks>
/// Simplified from arXiv 2104.05591 to what a processor does in a second: the discriminator is a logistic regression on a word and its two neighbours
/// instead of a transformer; it has one task, replaced words, and not the second, which of several masks was laid; and replacements are drawn from the words of the
/// reference, one at a time, without a generator that reads the text. As there, the score is taken on the text as it came.
/// </remarks>
internal sealed class DateMethod : IWindowMethod
{
    private double[] _odd = [];

    public string Name => "DATE (words)";

    public bool IsTwoSided => true;

    public void Fit(Pair pair, ReadOnlySpan<int> reference, ReadOnlySpan<int> drawn)
    {
        var texts = new List<int[]>(reference.Length);
        foreach (int row in reference)
        {
            texts.Add(pair.Rows.Words(row).ToArray());
        }

        ReplacedWordModel model = ReplacedWordModel.Fit(texts);
        _odd = new double[pair.Rows.Count];
        foreach (int row in drawn)
        {
            _odd[row] = model.Oddness(pair.Rows.Words(row));
        }
    }

    public double Score(ReadOnlySpan<int> window)
    {
        double sum = 0;
        foreach (int row in window)
        {
            sum += _odd[row];
        }

        return sum / window.Length;
    }
}
