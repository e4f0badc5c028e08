// SPDX-License-Identifier: MIT

namespace DistillGuard.Load.Loading;

/// <summary>What one block of load measured.</summary>
internal sealed class LoadResult
{
    private readonly double[] _latencies;

    public LoadResult(TimeSpan time, IEnumerable<List<double>> latencies)
    {
        _latencies = [.. latencies.SelectMany(some => some)];
        Array.Sort(_latencies);
        Throughput = _latencies.Length / time.TotalSeconds;
    }

    /// <summary>Requests answered.</summary>
    public int Requests => _latencies.Length;

    /// <summary>Requests answered per second.</summary>
    public double Throughput { get; }

    /// <summary>The latency in milliseconds that a share of the requests stayed below.</summary>
    public double Latency(double share) => _latencies[Math.Min(_latencies.Length - 1, (int)(share * _latencies.Length))];
}
