// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Statistics.Distribution;

/// <summary>Character 2- to 5-grams of a text, hashed with a key into 1,024 buckets: square roots of counts, of Euclidean length 1.</summary>
/// <remarks>Lower case, a run of white space as one space, the first 2,000 characters. The key decides which n-grams share a bucket.</remarks>
internal readonly struct HashedNGrams
{
    /// <summary>How many buckets there are.</summary>
    public const int Buckets = 1024;

    private const int MostCharacters = 2_000;
    private const int Longest = 5;
    private const int BucketShift = 54;

    private readonly ulong _key;

    public HashedNGrams(ulong key) => _key = BitMix.Of(key ^ 0xA0761D6478BD642F);

    /// <summary>Writes the buckets of one text; all 0 when it has fewer than two characters.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="buckets">Takes <see cref="Buckets"/> numbers; all are overwritten.</param>
    public void Read(ReadOnlySpan<byte> utf8, Span<float> buckets)
    {
        buckets = buckets[..Buckets];
        buckets.Clear();
        Span<ulong> last = stackalloc ulong[Longest];
        int characters = 0;
        bool inSpace = false;
        while (!utf8.IsEmpty && characters < MostCharacters)
        {
            Rune.DecodeFromUtf8(utf8, out Rune rune, out int read);
            utf8 = utf8[read..];
            bool isSpace = Rune.IsWhiteSpace(rune);
            if (isSpace && inSpace)
            {
                continue;
            }

            inSpace = isSpace;
            last[characters % Longest] = isSpace ? ' ' : (ulong)Rune.ToLowerInvariant(rune).Value;
            characters++;
            ulong hash = _key;
            for (int n = 1; n <= Math.Min(Longest, characters); n++)
            {
                hash = BitMix.Of(hash ^ last[(characters - n) % Longest]);
                if (n > 1)
                {
                    buckets[(int)(hash >> BucketShift)]++;
                }
            }
        }

        Normalise(buckets);
    }

    // The sum of squares of square roots of counts is the sum of counts.
    private static void Normalise(Span<float> buckets)
    {
        float sum = 0;
        foreach (float count in buckets)
        {
            sum += count;
        }

        for (int i = 0; sum > 0 && i < buckets.Length; i++)
        {
            buckets[i] = MathF.Sqrt(buckets[i] / sum);
        }
    }
}
