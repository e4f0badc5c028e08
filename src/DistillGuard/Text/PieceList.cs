// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Text;

/// <summary>The template pieces of a request: keyed hashes of its normalised sentences, at most <see cref="Capacity"/> different ones.</summary>
/// <remarks>
/// Up to <see cref="MostCertain"/> that stand where templates stand are kept in any case. Of the others, when there are too many, the
/// numerically smallest stay (a bottom-k sketch, Broder 1997): which ones then depends on the sentences alone, not on their order, so two
/// requests of one template mostly keep the same ones however much filling surrounds them. A plain value; not thread-safe.
/// </remarks>
public struct PieceList
{
    /// <summary>Most pieces kept of a request.</summary>
    public const int Capacity = 24;

    /// <summary>Most pieces that are kept whatever else there is.</summary>
    public const int MostCertain = 12;

    // The certain ones stand in front.
    private Hashes _hashes;
    private int _certain;
    private ulong _largest;

    /// <summary>Number of pieces kept.</summary>
    public int Count { readonly get; private set; }

    /// <summary>The pieces, in no meaningful order; none is 0 and none stands twice.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<ulong> Hashes64 => ((ReadOnlySpan<ulong>)_hashes)[..Count];

    /// <summary>Adds a piece, unless it is 0, there already, or larger than all that can be displaced from a full list.</summary>
    internal void Add(ulong piece)
    {
        Span<ulong> hashes = _hashes;
        if (piece == 0 || (Count == Capacity && piece >= _largest) || hashes[..Count].Contains(piece))
        {
            return;
        }

        if (Count < Capacity)
        {
            hashes[Count++] = piece;
            _largest = Math.Max(_largest, piece);
            return;
        }

        Span<ulong> others = hashes[_certain..];
        others[others.IndexOf(_largest)] = piece;
        _largest = LargestOf(others);
    }

    /// <summary>Adds a piece that others may not displace; when there are <see cref="MostCertain"/> of them already, like any other.</summary>
    internal void AddCertain(ulong piece)
    {
        if (_certain == MostCertain || piece == 0)
        {
            Add(piece);
            return;
        }

        Span<ulong> hashes = _hashes;
        int place = hashes[..Count].IndexOf(piece);
        if (place >= 0 && place < _certain)
        {
            return;
        }

        if (place < 0)
        {
            place = Count < Capacity ? Count++ : _certain + hashes[_certain..].IndexOf(_largest);
        }

        hashes[place] = hashes[_certain];
        hashes[_certain++] = piece;
        _largest = LargestOf(hashes[_certain..Count]);
    }

    private static ulong LargestOf(ReadOnlySpan<ulong> hashes)
    {
        Vector256<ulong> most = Vector256<ulong>.Zero;
        for (; hashes.Length >= Vector256<ulong>.Count; hashes = hashes[Vector256<ulong>.Count..])
        {
            most = Vector256.Max(most, Vector256.Create(hashes));
        }

        ulong largest = Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
        foreach (ulong hash in hashes)
        {
            largest = Math.Max(largest, hash);
        }

        return largest;
    }

    [InlineArray(Capacity)]
    private struct Hashes
    {
        private ulong _first;
    }
}
