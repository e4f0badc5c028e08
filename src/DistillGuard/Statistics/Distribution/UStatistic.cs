// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>The mean product of two different vectors of a sample, from sums alone: it estimates the squared length of the mean without bias.</summary>
/// <remarks>The variance of single vectors cancels; a plain squared mean would rise where a sample is merely more varied.</remarks>
internal static class UStatistic
{
    /// <summary>(|sum y|² - sum |y|²) / (n (n - 1)); 0 when there are fewer than two vectors.</summary>
    /// <param name="sum">The sum of the vectors.</param>
    /// <param name="sumOfSquares">The sum of their squared lengths.</param>
    /// <param name="count">How many there are.</param>
    public static double Of(ReadOnlySpan<float> sum, double sumOfSquares, int count) =>
        count < 2 ? 0 : (VectorSums.Dot(sum, sum) - sumOfSquares) / ((double)count * (count - 1));
}
