// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DistillGuard.Geo.Tables;

namespace DistillGuard.Geo.Databases;

/// <summary>Walks the whole search tree once and turns it into sorted ranges.</summary>
/// <remarks>
/// Each distinct record is decoded once. Only IPv4 and the public IPv6 space 2000::/3 are walked: everything else, and the
/// copies of the IPv4 tree under 2001::/32 and 2002::/16, is settled by <see cref="Networks.SpecialAddresses"/> beforehand.
/// </remarks>
internal sealed class MmdbFlattener
{
    private const int V4Bits = 32;
    private const int V6Bits = 128;

    private readonly byte[] _file;
    private readonly MmdbMetadata _metadata;
    private readonly AddressRangeCollector _ranges = new();
    private readonly Dictionary<int, ushort> _valueOfRecord = [];
    private readonly Dictionary<AddressOrigin, ushort> _valueOfOrigin = [];
    private readonly List<AddressOrigin> _origins = [default];
    private long _visitsLeft;

    public MmdbFlattener(byte[] file, MmdbMetadata metadata)
    {
        _file = file;
        _metadata = metadata;
        _valueOfOrigin.Add(default, 0);
        _visitsLeft = (4L * metadata.NodeCount) + 1_024;
    }

    /// <summary>The origins that the ranges' values stand for; number 0 is "nothing known".</summary>
    public AddressOrigin[] Origins => [.. _origins];

    /// <summary>Walks the tree.</summary>
    /// <exception cref="InvalidDataException">Tree or records are damaged, or no record tells an origin.</exception>
    public AddressRangeTable Flatten()
    {
        if (_metadata.IsV6)
        {
            WalkV4(Descend(0, 0, 96), 0, 0);
            UInt128 firstPublic = UInt128.One << 125;
            WalkV6(Descend(firstPublic, 0, 3), firstPublic, 3);
            _ranges.AddV6(firstPublic << 1, 0);
        }
        else
        {
            WalkV4(0, 0, 0);
        }

        return _origins.Count > 1
            ? _ranges.ToTable()
            : throw new InvalidDataException(
                $"no record of this database (type '{_metadata.Type}') tells a country or a kind of network");
    }

    private uint Descend(UInt128 address, uint record, int depth)
    {
        for (int bit = 0; bit < depth && record < (uint)_metadata.NodeCount; bit++)
        {
            record = Child(record, (int)(address >> (V6Bits - 1 - bit)) & 1);
        }

        return record;
    }

    private void WalkV4(uint record, uint address, int depth)
    {
        if (record >= (uint)_metadata.NodeCount)
        {
            _ranges.AddV4(address, ValueOf(record));
            return;
        }

        CountVisit(depth, V4Bits);
        WalkV4(Child(record, 0), address, depth + 1);
        WalkV4(Child(record, 1), address | (0x8000_0000 >> depth), depth + 1);
    }

    private void WalkV6(uint record, UInt128 address, int depth)
    {
        bool isCopy = (depth == 16 && address >> 112 == 0x2002) || (depth == 32 && address >> 96 == 0x2001_0000);
        if (isCopy || record >= (uint)_metadata.NodeCount)
        {
            _ranges.AddV6(address, isCopy ? (ushort)0 : ValueOf(record));
            return;
        }

        CountVisit(depth, V6Bits);
        WalkV6(Child(record, 0), address, depth + 1);
        WalkV6(Child(record, 1), address | (UInt128.One << (V6Bits - 1 - depth)), depth + 1);
    }

    private void CountVisit(int depth, int bits)
    {
        if (depth == bits)
        {
            throw new InvalidDataException("its search tree is deeper than an address has bits");
        }

        if (--_visitsLeft < 0)
        {
            throw new InvalidDataException("its search tree leads back into itself");
        }
    }

    private uint Child(uint node, int side)
    {
        int length = _metadata.RecordSize / 4;
        ReadOnlySpan<byte> bytes = _file.AsSpan((int)node * length, length);
        return _metadata.RecordSize switch
        {
            24 => (uint)((bytes[3 * side] << 16) | (bytes[(3 * side) + 1] << 8) | bytes[(3 * side) + 2]),
            28 when side == 0 => ((uint)(bytes[3] >> 4) << 24) | (BinaryPrimitives.ReadUInt32BigEndian(bytes) >> 8),
            28 => BinaryPrimitives.ReadUInt32BigEndian(bytes[3..]) & 0x0FFF_FFFF,
            _ => BinaryPrimitives.ReadUInt32BigEndian(bytes[(4 * side)..]),
        };
    }

    private ushort ValueOf(uint record)
    {
        uint nodes = (uint)_metadata.NodeCount;
        if (record == nodes)
        {
            return 0;
        }

        int dataStart = _metadata.TreeLength + MmdbMetadata.SeparatorLength;
        long offset = (long)record - nodes - MmdbMetadata.SeparatorLength;
        if (offset < 0 || offset >= _metadata.DataEnd - dataStart)
        {
            throw new InvalidDataException($"its search tree points outside the data section (record {record})");
        }

        ref ushort value = ref CollectionsMarshal.GetValueRefOrAddDefault(_valueOfRecord, (int)offset, out bool exists);
        if (!exists)
        {
            var reader = new MmdbRecordReader(_file.AsSpan(dataStart, _metadata.DataEnd - dataStart), _metadata.Type);
            value = ValueOf(reader.Read((int)offset));
        }

        return value;
    }

    private ushort ValueOf(AddressOrigin origin)
    {
        if (_valueOfOrigin.TryGetValue(origin, out ushort value))
        {
            return value;
        }

        if (_origins.Count > ushort.MaxValue)
        {
            throw new InvalidDataException($"it tells more than {ushort.MaxValue} different origins");
        }

        value = (ushort)_origins.Count;
        _origins.Add(origin);
        _valueOfOrigin.Add(origin, value);
        return value;
    }
}
