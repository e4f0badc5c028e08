// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistillGuard.Text;

/// <summary>The template pieces of a request: keyed hashes of its normalised sentences, at most <see cref="Capacity"/> different ones.</summary>
/// <remarks>
/// Up to <see cref="MostCertain"/> that stand where templates stand are kept in any case. Of the others, when there are too many, the
/// numerically smallest stay (a bottom-k sketch, Broder 1997): which ones then depends on the sentences alone, not on their order, so two
/// requests of one template mostly keep the same ones however much filling surrounds them. A plain value; not thread-safe.
/// Where a hash stands nobody can foretell, so all places are compared at once instead of one after the other until it is found: UnseenTextBenchmarks.
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
        if (piece == 0 || (Count == Capacity && piece >= _largest) || PlacesOf(piece) != 0)
        {
            return;
        }

        if (Count < Capacity)
        {
            _hashes[Count++] = piece;
            _largest = Math.Max(_largest, piece);
            return;
        }

        _hashes[BitOperations.TrailingZeroCount(PlacesOf(_largest))] = piece;
        _largest = LargestOther();
    }

    /// <summary>Adds a piece that others may not displace; when there are <see cref="MostCertain"/> of them already, like any other.</summary>
    internal void AddCertain(ulong piece)
    {
        if (_certain == MostCertain || piece == 0)
        {
            Add(piece);
            return;
        }

        uint places = PlacesOf(piece);
        int place = BitOperations.TrailingZeroCount(places);
        if (place < _certain)
        {
            return;
        }

        if (places == 0)
        {
            place = Count < Capacity ? Count++ : BitOperations.TrailingZeroCount(PlacesOf(_largest));
        }

        ulong lost = _hashes[place]; // by those that are not certain
        _hashes[place] = _hashes[_certain];
        _hashes[_certain++] = piece;
        if (lost == _largest)
        {
            _largest = LargestOther();
        }
    }

    /// <summary>A bit for each place where a hash stands; places that are not taken hold 0.</summary>
    private readonly uint PlacesOf(ulong hash)
    {
        ReadOnlySpan<ulong> hashes = _hashes;
        var wanted = Vector512.Create(hash);
        return (uint)(Vector512.Equals(Vector512.Create(hashes), wanted).ExtractMostSignificantBits()
            | (Vector512.Equals(Vector512.Create(hashes[Vector512<ulong>.Count..]), wanted).ExtractMostSignificantBits() << Vector512<ulong>.Count)
            | (Vector512.Equals(Vector512.Create(hashes[(2 * Vector512<ulong>.Count)..]), wanted).ExtractMostSignificantBits() << (2 * Vector512<ulong>.Count)));
    }

    /// <summary>The largest hash that is not certain, or 0.</summary>
    private readonly ulong LargestOther()
    {
        ReadOnlySpan<ulong> hashes = _hashes;
        Vector512<ulong> most = Vector512<ulong>.Zero;
        for (int i = 0; i < Capacity; i += Vector512<ulong>.Count)
        {
            Vector512<ulong> isOther = Vector512.GreaterThanOrEqual(Vector512<ulong>.Indices + Vector512.Create((ulong)i), Vector512.Create((ulong)_certain));
            most = Vector512.Max(most, Vector512.Create(hashes[i..]) & isOther);
        }

        Vector256<ulong> half = Vector256.Max(most.GetLower(), most.GetUpper());
        return Math.Max(Math.Max(half[0], half[1]), Math.Max(half[2], half[3]));
    }

    [InlineArray(Capacity)]
    private struct Hashes
    {
        private ulong _first;
    }
}
