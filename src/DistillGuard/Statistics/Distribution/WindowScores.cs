// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>The statistics of one window; larger is further from the reference. Each has its own scale.</summary>
/// <param name="Style">U-statistic of whitened style (S).</param>
/// <param name="Length">Mixture likelihood ratio of length (L).</param>
/// <param name="NGrams">U-statistic of scaled hashed n-grams (C).</param>
/// <param name="Words">Mixture likelihood ratio of bits per word, each after the one before it (B).</param>
/// <param name="Vocabulary">U-statistic of scaled hashed words (V).</param>
/// <param name="Rarity">Mixture likelihood ratio of bits per word, each for itself (R).</param>
internal readonly record struct WindowScores(double Style, double Length, double NGrams, double Words, double Vocabulary, double Rarity)
{
    /// <summary>The statistic of one part.</summary>
    public double Of(WindowParts part) => part switch
    {
        WindowParts.Style => Style,
        WindowParts.Length => Length,
        WindowParts.NGrams => NGrams,
        WindowParts.Words => Words,
        WindowParts.Vocabulary => Vocabulary,
        _ => Rarity,
    };
}
