// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>The words of a text without their order, in 1,024 buckets: square roots of counts, of Euclidean length 1.</summary>
internal static class WordBag
{
    /// <summary>How many buckets there are.</summary>
    public const int Buckets = 1 << Bits;

    private const int Bits = 10;

    /// <summary>Writes the buckets of one text; all 0 when it has no words.</summary>
    /// <param name="words">Its <see cref="HashedWords"/>: the key is in them already.</param>
    /// <param name="buckets">Takes <see cref="Buckets"/> numbers; all are overwritten.</param>
    public static void Read(ReadOnlySpan<int> words, Span<float> buckets)
    {
        buckets = buckets[..Buckets];
        buckets.Clear();
        foreach (int word in words)
        {
            buckets[(int)(BitMix.Of((ulong)word + 1) >> (64 - Bits))]++;
        }

        for (int i = 0; i < buckets.Length && !words.IsEmpty; i++)
        {
            buckets[i] = MathF.Sqrt(buckets[i] / words.Length);
        }
    }
}
