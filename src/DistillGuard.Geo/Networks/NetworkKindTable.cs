// SPDX-License-Identifier: MIT

using System.Numerics;
using DistillGuard.Geo.Tables;

namespace DistillGuard.Geo.Networks;

/// <summary>All network lists in one table: one search tells every kind an address is marked with. Immutable.</summary>
internal sealed class NetworkKindTable
{
    private readonly AddressRangeTable _ranges;

    private NetworkKindTable(AddressRangeTable ranges) => _ranges = ranges;

    /// <summary>Merges lists; their networks may overlap.</summary>
    public static NetworkKindTable Build(IReadOnlyList<NetworkList> lists)
    {
        var edges = new List<NetworkEdge>();
        foreach (NetworkList list in lists)
        {
            foreach (NetworkRange range in list.Ranges)
            {
                edges.Add(new NetworkEdge(range.IsV4, range.First, list.Kind, 1));
                UInt128 top = range.IsV4 ? uint.MaxValue : UInt128.MaxValue;
                if (range.Last != top)
                {
                    edges.Add(new NetworkEdge(range.IsV4, range.Last + 1, list.Kind, -1));
                }
            }
        }

        var collector = new AddressRangeCollector();
        Sweep(edges, isV4: true, (start, kind) => collector.AddV4((uint)start, (ushort)kind));
        Sweep(edges, isV4: false, (start, kind) => collector.AddV6(start, (ushort)kind));
        return new NetworkKindTable(collector.ToTable());
    }

    /// <summary>The kinds the lists mark an address with.</summary>
    public NetworkKind Find(ClientAddress address) =>
        (NetworkKind)(address.IsIPv4 ? _ranges.FindV4((uint)address.Value) : _ranges.FindV6(address.Value));

    private static void Sweep(List<NetworkEdge> edges, bool isV4, Action<UInt128, NetworkKind> add)
    {
        NetworkEdge[] ordered = [.. edges.Where(edge => edge.IsV4 == isV4).OrderBy(edge => edge.Position)];
        int[] open = new int[16];
        for (int next = 0; next < ordered.Length;)
        {
            UInt128 position = ordered[next].Position;
            for (; next < ordered.Length && ordered[next].Position == position; next++)
            {
                for (uint bits = (uint)ordered[next].Kind; bits != 0; bits &= bits - 1)
                {
                    open[BitOperations.TrailingZeroCount(bits)] += ordered[next].Step;
                }
            }

            add(position, OpenKinds(open));
        }
    }

    private static NetworkKind OpenKinds(int[] open)
    {
        int kinds = 0;
        for (int bit = 0; bit < open.Length; bit++)
        {
            kinds |= open[bit] > 0 ? 1 << bit : 0;
        }

        return (NetworkKind)kinds;
    }
}
