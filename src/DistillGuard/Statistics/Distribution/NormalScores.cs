// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Gives a number the normal score of its middle rank among the numbers of a reference.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class NormalScores
{
    private readonly float[] _sorted;

    /// <summary>Learns from the numbers of the reference (or any increasing function of them); at least one.</summary>
    public NormalScores(ReadOnlySpan<float> reference)
    {
        _sorted = reference.ToArray();
        Array.Sort(_sorted);
    }

    /// <summary>The normal score; 0 in the middle of the reference.</summary>
    public double Of(float value)
    {
        int below = Rank(value, orEqual: false);
        int notAbove = Rank(value, orEqual: true);
        return NormalQuantile.Of((0.5 + ((below + notAbove) * 0.5)) / (_sorted.Length + 1));
    }

    // How many of the reference are below the number, or not above it.
    private int Rank(float value, bool orEqual)
    {
        int low = 0;
        int high = _sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            bool counts = orEqual ? _sorted[middle] <= value : _sorted[middle] < value;
            (low, high) = counts ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
