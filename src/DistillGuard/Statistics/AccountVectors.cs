// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>Makes vectors of different accounts comparable: every dimension on one scale, every account with one voice. Stateless.</summary>
/// <remarks>
/// The scale is that of the accounts compared and does not depend on who belongs to the group or on signs, so that tests which permute
/// labels or flip signs stay exact. No reference traffic stands behind it.
/// </remarks>
internal static class AccountVectors
{
    /// <summary>Divides each dimension by its root mean square over the accounts, multiplies it by its weight, and gives every vector length 1.</summary>
    /// <param name="vectors">One vector for each account, one after the other. What is 0 everywhere stays 0.</param>
    /// <param name="weights">What each dimension counts; as many as a vector has.</param>
    public static void Standardise(Span<float> vectors, ReadOnlySpan<float> weights)
    {
        int dimensions = weights.Length;
        for (int i = 0; i < dimensions; i++)
        {
            double squares = 0;
            for (int at = i; at < vectors.Length; at += dimensions)
            {
                squares += (double)vectors[at] * vectors[at];
            }

            double scale = squares == 0 ? 0 : weights[i] / Math.Sqrt(squares * dimensions / vectors.Length);
            for (int at = i; at < vectors.Length; at += dimensions)
            {
                vectors[at] = (float)(vectors[at] * scale);
            }
        }

        for (int at = 0; at < vectors.Length; at += dimensions)
        {
            ToUnitLength(vectors.Slice(at, dimensions));
        }
    }

    private static void ToUnitLength(Span<float> vector)
    {
        double squares = 0;
        foreach (float value in vector)
        {
            squares += (double)value * value;
        }

        for (int i = 0; i < vector.Length && squares > 0; i++)
        {
            vector[i] = (float)(vector[i] / Math.Sqrt(squares));
        }
    }
}
