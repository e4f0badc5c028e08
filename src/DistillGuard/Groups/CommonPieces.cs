// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>The pieces that benign traffic shares, as a calibration found them: they link nobody. Immutable; safe on any thread.</summary>
/// <remarks>Eight bytes a piece: a million accounts' traffic shares millions of them.</remarks>
public sealed class CommonPieces
{
    private readonly ulong[] _pieces;

    /// <summary>Makes the set.</summary>
    /// <param name="pieces">Keyed hashes, in any order; made with the same secret as the guard's.</param>
    public CommonPieces(IEnumerable<ulong> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        _pieces = [.. pieces];
        Array.Sort(_pieces);
        _pieces = WithoutRepeats(_pieces);
    }

    /// <summary>No piece is known to be common.</summary>
    public static CommonPieces None { get; } = new([]);

    /// <summary>Number of pieces.</summary>
    public int Count => _pieces.Length;

    /// <summary>The pieces, ascending.</summary>
    public IReadOnlyList<ulong> Pieces => _pieces;

    /// <summary>Whether benign traffic shares a piece.</summary>
    public bool Contains(ulong piece) => Array.BinarySearch(_pieces, piece) >= 0;

    /// <summary>The pieces of both.</summary>
    internal CommonPieces With(CommonPieces other) =>
        other.Count == 0 ? this : Count == 0 ? other : new CommonPieces([.. _pieces, .. other._pieces]);

    private static ulong[] WithoutRepeats(ulong[] sorted)
    {
        int kept = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sorted[kept++] = sorted[i];
            }
        }

        return kept == sorted.Length ? sorted : sorted[..kept];
    }
}
