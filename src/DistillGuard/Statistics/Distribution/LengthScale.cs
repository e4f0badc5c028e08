// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Standardises a measure of texts by its mean and deviation among reference texts of about as many words.</summary>
/// <remarks>
/// The mean over few words varies more than that over many; without this, length alone would look new. Neighbours in length are the
/// larger of 60 and an eighth of the reference. Immutable; 8 KB.
/// </remarks>
internal sealed class LengthScale
{
    private const int FewestNeighbours = 60;
    private const int Share = 8;
    private const double LeastDeviation = 1e-3;

    private readonly float[] _means = new float[WordHashes.Most + 1];
    private readonly float[] _deviations = new float[WordHashes.Most + 1];

    /// <summary>Learns from the number of words and the measure of each reference text, at least one.</summary>
    public LengthScale(ReadOnlySpan<int> words, ReadOnlySpan<double> measures)
    {
        int[] lengths = words.ToArray();
        double[] ordered = measures.ToArray();
        Array.Sort(lengths, ordered);
        int neighbours = Math.Min(lengths.Length, Math.Max(FewestNeighbours, lengths.Length / Share));
        int below = 0;
        int notAbove = 0;
        for (int length = 0; length < _means.Length; length++)
        {
            while (below < lengths.Length && lengths[below] < length)
            {
                below++;
            }

            while (notAbove < lengths.Length && lengths[notAbove] <= length)
            {
                notAbove++;
            }

            int first = Math.Clamp((below + notAbove - neighbours) / 2, 0, lengths.Length - neighbours);
            (_means[length], _deviations[length]) = Moments(ordered.AsSpan(first, neighbours));
        }
    }

    /// <summary>How many deviations the measure of a text lies above the mean of its neighbours in length.</summary>
    public float Standardise(int words, double measure) => (float)((measure - _means[words]) / _deviations[words]);

    private static (float Mean, float Deviation) Moments(ReadOnlySpan<double> values)
    {
        double sum = 0;
        double squares = 0;
        foreach (double value in values)
        {
            sum += value;
            squares += value * value;
        }

        double mean = sum / values.Length;
        double variance = Math.Max(0, (squares / values.Length) - (mean * mean));
        return ((float)mean, (float)Math.Max(LeastDeviation, Math.Sqrt(variance)));
    }
}
