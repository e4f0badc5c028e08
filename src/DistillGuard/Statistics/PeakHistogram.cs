// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Statistics;

/// <summary>How high the peaks of one measure are among peers: a forgetting histogram with one entry per account-day.</summary>
/// <remarks>
/// The entry of an account-day is moved up whenever its peak grows, so the histogram always holds maxima. A tail probability read
/// from it is therefore right for a statistic that is looked at on every request: the unit is the account-day, not the request.
/// Old entries fade by forward decay (Cormode et al. 2009): an entry's weight is fixed when its day begins, relative to a
/// landmark, so moving it later takes away exactly what was added. 536 bytes.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public struct PeakHistogram
{
    // The square of 2^256 relative to the landmark is far from the largest double (2^1023); then all weights are scaled down once.
    private const double LargestExponent = 256;

    private const double Ln2 = 0.69314718055994530942;

    private long _landmark;
    private Weights _weights;
    private double _total;
    private double _squares;

    /// <summary>Enters a new account-day.</summary>
    /// <param name="dayStart">When the account-day began, in ticks of UTC.</param>
    /// <param name="bucket">The bucket of its first measure.</param>
    /// <param name="halfLife">After how long an account-day counts half.</param>
    internal void Enter(long dayStart, int bucket, TimeSpan halfLife)
    {
        double weight = WeightOf(dayStart, halfLife);
        _weights[bucket] += weight;
        _total += weight;
        _squares += weight * weight;
    }

    /// <summary>Moves an account-day to a higher bucket; one that was forgotten meanwhile stays forgotten.</summary>
    internal void Move(long dayStart, int from, int to, TimeSpan halfLife)
    {
        double weight = WeightOf(dayStart, halfLife); // first: it may scale the weights
        weight = Math.Min(weight, _weights[from]);
        _weights[from] -= weight;
        _weights[to] += weight;
    }

    /// <summary>Account-days remembered at a time, old ones counted in part.</summary>
    /// <remarks>
    /// Never more than the effective number (Kish 1965) of entries: one account-day with a wrong far-future time outweighs all others,
    /// but it is one. Before the landmark nothing is counted up.
    /// </remarks>
    internal readonly double CountAt(long ticks, TimeSpan halfLife)
    {
        double decayed = _total * Math.Exp(-Ln2 * Math.Max(0, Exponent(ticks, halfLife))); // half the time of double.Exp2, once a request
        return _squares > 0 ? Math.Min(decayed, _total * _total / _squares) : 0;
    }

    /// <summary>The share of account-days whose peak stands in this bucket or a higher one: a conservative tail probability.</summary>
    internal readonly double TailFrom(int bucket)
    {
        ReadOnlySpan<double> weights = ((ReadOnlySpan<double>)_weights)[bucket..];
        Vector256<double> sums = Vector256<double>.Zero; // four sums: one would wait for itself at every bucket
        for (; weights.Length >= Vector256<double>.Count; weights = weights[Vector256<double>.Count..])
        {
            sums += Vector256.Create(weights);
        }

        double above = Vector256.Sum(sums);
        foreach (double weight in weights)
        {
            above += weight;
        }

        return _total <= 0 ? 1 : Math.Min(1, above / _total);
    }

    /// <summary>The lower edge of the bucket above which at most a share of account-days peak: what is still usual.</summary>
    internal readonly double Usual(double share)
    {
        double above = 0;
        int bucket = LogBuckets.Count - 1;
        for (; bucket > 0 && above + _weights[bucket] <= share * _total; bucket--)
        {
            above += _weights[bucket];
        }

        return LogBuckets.LowerEdge(bucket + 1);
    }

    private readonly double Exponent(long ticks, TimeSpan halfLife) =>
        _landmark == 0 ? 0 : (double)(ticks - _landmark) / halfLife.Ticks;

    private double WeightOf(long ticks, TimeSpan halfLife)
    {
        if (_landmark == 0)
        {
            _landmark = ticks;
        }

        double exponent = Exponent(ticks, halfLife);
        if (exponent <= LargestExponent)
        {
            return double.Exp2(Math.Max(exponent, -LargestExponent));
        }

        double scale = double.Exp2(-exponent);
        for (int i = 0; i < LogBuckets.Count; i++)
        {
            _weights[i] *= scale;
        }

        _total *= scale;
        _squares *= scale * scale;
        _landmark = ticks;
        return 1;
    }

    [InlineArray(LogBuckets.Count)]
    private struct Weights
    {
        private double _first;
    }
}
