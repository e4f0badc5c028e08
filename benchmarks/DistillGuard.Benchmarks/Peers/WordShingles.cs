// SPDX-License-Identifier: MIT

using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace DistillGuard.Benchmarks.Peers;

/// <summary>Near-duplicate sketches as one writes them from a description: three words make a shingle, dictionaries and sets hold the hashes.</summary>
internal static partial class WordShingles
{
    /// <summary>Numbers of a MinHash sketch.</summary>
    public const int Permutations = 64;

    private const int ShingleWords = 3;

    /// <summary>SimHash (Charikar, 2002) of counted shingles.</summary>
    public static ulong SimHash(string text)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (string shingle in Shingles(text))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, Hash(shingle), out _)++;
        }

        int[] sums = new int[64];
        foreach ((ulong hash, int count) in counts)
        {
            for (int bit = 0; bit < sums.Length; bit++)
            {
                sums[bit] += ((hash >> bit) & 1) == 1 ? count : -count;
            }
        }

        return sums.Select((sum, bit) => sum > 0 ? 1UL << bit : 0).Aggregate(0UL, (all, one) => all | one);
    }

    /// <summary>MinHash (Broder, 1997): the least of every permutation.</summary>
    public static ulong[] MinHash(string text)
    {
        var shingles = new HashSet<ulong>(Shingles(text).Select(Hash));
        var least = new ulong[Permutations];
        Array.Fill(least, ulong.MaxValue);
        foreach (ulong shingle in shingles)
        {
            for (int i = 0; i < Permutations; i++)
            {
                least[i] = Math.Min(least[i], (shingle ^ ((ulong)i * 0x9E37_79B9_7F4A_7C15)) * 0xD6E8_FEB8_6659_FD93);
            }
        }

        return least;
    }

    /// <summary>Bits that two SimHashes have alike, as a share.</summary>
    public static double Likeness(ulong left, ulong right) => 1 - (BitOperations.PopCount(left ^ right) / 64.0);

    /// <summary>The estimated share of shingles that two texts have in common.</summary>
    public static double Likeness(ulong[] left, ulong[] right) => left.Zip(right).Count(pair => pair.First == pair.Second) / (double)Permutations;

    private static IEnumerable<string> Shingles(string text)
    {
        string[] words = [.. Words().Matches(text).Select(match => match.Value.ToLowerInvariant())];
        return Enumerable.Range(0, Math.Max(0, words.Length - ShingleWords + 1)).Select(i => string.Join(' ', words, i, ShingleWords));
    }

    private static ulong Hash(string shingle) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(shingle));

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
