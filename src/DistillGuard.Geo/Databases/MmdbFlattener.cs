// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Net;
using DistillGuard.Geo.Tables;
using MaxMind.Db;

namespace DistillGuard.Geo.Databases;

/// <summary>Asks a reader for one network after the other and turns them into sorted ranges.</summary>
/// <remarks>
/// Only IPv4 and the public IPv6 space 2000::/3 are asked for: everything else, and the copies of the IPv4 tree under
/// 2001::/32 and 2002::/16, is settled by <see cref="Networks.SpecialAddresses"/> beforehand. Each question is one
/// descent of the tree, and their number is bounded by the file's size; <c>FindAll</c> has neither property.
/// </remarks>
internal sealed class MmdbFlattener
{
    private const int V4Bits = 32;
    private const int V6Bits = 128;
    private const int SmallestNode = 6; // bytes

    private readonly Reader _reader;
    private readonly AddressRangeCollector _ranges = new();
    private readonly Dictionary<AddressOrigin, ushort> _valueOfOrigin = new() { [default] = 0 };
    private readonly List<AddressOrigin> _origins = [default];
    private long _networksLeft;

    public MmdbFlattener(Reader reader, long fileLength)
    {
        _reader = reader;
        _networksLeft = (4 * (fileLength / SmallestNode)) + 1_024;
    }

    /// <summary>The origins that the ranges' values stand for; number 0 is "nothing known".</summary>
    public AddressOrigin[] Origins => [.. _origins];

    /// <summary>Reads every network.</summary>
    /// <exception cref="InvalidDataException">The tree has no end, or no record tells an origin.</exception>
    public AddressRangeTable Flatten<T>()
        where T : DatabaseRecord
    {
        FlattenV4<T>();
        if (_reader.Metadata.IPVersion == 6)
        {
            FlattenV6<T>();
        }

        return _origins.Count > 1
            ? _ranges.ToTable()
            : throw new InvalidDataException(
                $"no record of this database (type '{_reader.Metadata.DatabaseType}') " +
                "tells a country or a kind of network");
    }

    private void FlattenV4<T>()
        where T : DatabaseRecord
    {
        Span<byte> bytes = stackalloc byte[V4Bits / 8];
        for (ulong next = 0; next <= uint.MaxValue;)
        {
            uint address = (uint)next;
            BinaryPrimitives.WriteUInt32BigEndian(bytes, address);
            _ranges.AddV4(address, Find<T>(bytes, out int prefix));
            next += 1UL << (V4Bits - prefix);
        }
    }

    private void FlattenV6<T>()
        where T : DatabaseRecord
    {
        UInt128 first = UInt128.One << 125;
        UInt128 end = first << 1;
        Span<byte> bytes = stackalloc byte[V6Bits / 8];
        for (UInt128 next = first; next < end;)
        {
            UInt128 address = next;
            int prefix = CopyPrefix(address);
            ushort value = 0;
            if (prefix == 0)
            {
                BinaryPrimitives.WriteUInt128BigEndian(bytes, address);
                value = Find<T>(bytes, out prefix);
            }

            _ranges.AddV6(address, value);
            next = (address | (prefix == V6Bits ? UInt128.Zero : UInt128.MaxValue >> prefix)) + 1;
        }

        _ranges.AddV6(end, 0);
    }

    /// <summary>The length of the network at this address that repeats the IPv4 tree; 0 for none.</summary>
    private static int CopyPrefix(UInt128 address)
    {
        if (address >> 112 == 0x2002)
        {
            return 16;
        }

        return address >> 96 == 0x2001_0000 ? 32 : 0;
    }

    private ushort Find<T>(ReadOnlySpan<byte> address, out int prefix)
        where T : DatabaseRecord
    {
        if (--_networksLeft < 0)
        {
            throw new InvalidDataException(
                "it tells more networks than a file of its size has room for: its search tree leads back into itself");
        }

        T? record = _reader.Find<T>(new IPAddress(address), out prefix);
        return record is null ? (ushort)0 : ValueOf(record.ToReading().ToOrigin(_reader.Metadata.DatabaseType));
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
