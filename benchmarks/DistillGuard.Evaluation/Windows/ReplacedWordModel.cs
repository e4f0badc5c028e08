// SPDX-License-Identifier: MIT

using DistillGuard.Statistics;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Windows;

/// <summary>Learns which words of a text were replaced at random, and then says how much a text looks as if some were: a logistic regression on a word and its two neighbours, hashed.</summary>
internal sealed class ReplacedWordModel
{
    private const int Bits = 18;
    private const int Passes = 4;
    private const float Rate = 0.2f;
    private const ulong Seed = 0xDA7E;

    private readonly float[] _weights = new float[1 << Bits];

    private ReplacedWordModel()
    {
    }

    /// <summary>Learns from texts: half of the words of each are replaced by words drawn from all of them, anew in each pass.</summary>
    /// <param name="texts">Hashed words in their order.</param>
    public static ReplacedWordModel Fit(IReadOnlyList<int[]> texts)
    {
        var model = new ReplacedWordModel();
        int[] words = [.. texts.SelectMany(text => text)];
        var random = new SplitMix(Seed);
        int steps = Passes * texts.Count;
        for (int step = 0; step < steps; step++)
        {
            // Ever smaller steps: else the last few texts decide, and two fits to the same traffic differ more than two windows.
            model.Learn(texts[step % texts.Count], words, Rate * (1 - ((float)step / steps)), ref random);
        }

        return model;
    }

    /// <summary>The mean probability, over a text's words, that the word was replaced; 0 without words.</summary>
    public double Oddness(ReadOnlySpan<int> text)
    {
        double sum = 0;
        for (int i = 0; i < text.Length; i++)
        {
            sum += Probability(text, i);
        }

        return text.IsEmpty ? 0 : sum / text.Length;
    }

    private void Learn(int[] text, int[] words, float rate, ref SplitMix random)
    {
        int[] shown = [.. text];
        for (int i = 0; i < shown.Length; i++)
        {
            shown[i] = random.Below(2) == 1 ? words[random.Below(words.Length)] : shown[i];
        }

        for (int i = 0; i < shown.Length; i++)
        {
            // A word that was replaced by itself was not replaced.
            float step = rate * ((shown[i] == text[i] ? 0 : 1) - Probability(shown, i));
            _weights[0] += step;
            _weights[Word(shown, i)] += step;
            _weights[Neighbours(shown, i)] += step;
            _weights[Neighbours(shown, i + 1)] += step;
        }
    }

    private float Probability(ReadOnlySpan<int> text, int i) =>
        1 / (1 + MathF.Exp(-(_weights[0] + _weights[Word(text, i)] + _weights[Neighbours(text, i)] + _weights[Neighbours(text, i + 1)])));

    private static int Word(ReadOnlySpan<int> text, int i) => Index((uint)text[i]);

    // The word before a place and the one at it; before the first and after the last stands none.
    private static int Neighbours(ReadOnlySpan<int> text, int i)
    {
        ulong before = i == 0 ? 0 : (uint)text[i - 1] + 1UL;
        ulong at = i == text.Length ? 0 : (uint)text[i] + 1UL;
        return Index((1UL << 63) | (before << 24) | at);
    }

    private static int Index(ulong feature) => 1 + (int)(BitMix.Of(feature + 1) % ((1UL << Bits) - 1));
}
