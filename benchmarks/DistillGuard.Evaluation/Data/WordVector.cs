// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.RegularExpressions;
using DistillGuard.Statistics.Distribution;

namespace DistillGuard.Evaluation.Data;

/// <summary>Words and pairs of words of a text, hashed into 512 buckets, as shares: the yardstick's bag of words.</summary>
internal static partial class WordVector
{
    public const int Buckets = 512;

    public static float[] Read(string text)
    {
        var buckets = new float[Buckets];
        ulong before = 0;
        int count = 0;
        foreach (Match match in Word().Matches(text.ToLowerInvariant()))
        {
            ulong word = 1;
            foreach (byte value in Encoding.UTF8.GetBytes(match.Value))
            {
                word = BitMix.Of(word ^ value);
            }

            buckets[word % Buckets]++;
            buckets[BitMix.Of(word + BitMix.Of(before)) % Buckets]++;
            before = word;
            count += 2;
        }

        for (int i = 0; i < Buckets; i++)
        {
            buckets[i] /= Math.Max(1, count);
        }

        return buckets;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
