// SPDX-License-Identifier: MIT

using System.Numerics;

namespace DistillGuard.Benchmarks.Scale;

/// <summary>
/// Counts durations in buckets whose width grows with the duration: 64 to every doubling, so none is off by more than 1.6 %. The idea of HdrHistogram (Tene).
/// Allocates nothing when counting; not safe to use from several threads.
/// </summary>
internal sealed class TimeHistogram
{
    private const int Bits = 6;
    private const int PerDoubling = 1 << Bits;

    private readonly long[] _counts = new long[64 * PerDoubling];

    /// <summary>How many were counted.</summary>
    public long Count { get; private set; }

    /// <summary>The longest, exactly.</summary>
    public long Longest { get; private set; }

    /// <summary>Counts one.</summary>
    /// <param name="duration">0 or more, in any unit.</param>
    public void Add(long duration)
    {
        _counts[BucketOf(duration)]++;
        Longest = Math.Max(Longest, duration);
        Count++;
    }

    /// <summary>A duration that a share of all do not exceed: the upper end of its bucket, and never more than the longest.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    public long Quantile(double share)
    {
        long wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (int bucket = 0; bucket < _counts.Length; bucket++)
        {
            seen += _counts[bucket];
            if (seen >= wanted)
            {
                return Math.Min(Longest, EndOf(bucket));
            }
        }

        return Longest;
    }

    // Below 128 every number has a bucket; from there on the first seven bits decide.
    private static int BucketOf(long duration)
    {
        int shift = Math.Max(0, BitOperations.Log2((ulong)duration | 1) - Bits);
        return (shift * PerDoubling) + (int)(duration >> shift);
    }

    private static long EndOf(int bucket)
    {
        int shift = Math.Max(0, (bucket / PerDoubling) - 1);
        long first = (long)(bucket - (shift * PerDoubling)) << shift;
        return first + (1L << shift) - 1;
    }
}
