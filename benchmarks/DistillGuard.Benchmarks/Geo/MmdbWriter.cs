// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Text;

namespace DistillGuard.Benchmarks.Geo;

/// <summary>
/// Writes an IPv4 country database in the MaxMind DB format 2.0 with 32-bit records, so that its reader can be measured on the same
/// ranges as ours. Only what a look-up of a country needs is written.
/// </summary>
internal sealed class MmdbWriter
{
    private const int Unset = -1;
    private const int DataGap = 16;
    private const byte StringType = 2;
    private const byte UInt16Type = 5;
    private const byte UInt32Type = 6;
    private const byte MapType = 7;

    private readonly List<int> _nodes = [Unset, Unset];
    private readonly MemoryStream _data = new();
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);

    private int NodeCount => _nodes.Count / 2;

    /// <summary>Gives a country to the addresses from <paramref name="first"/> up to and including <paramref name="last"/>.</summary>
    public void Add(uint first, uint last, string country)
    {
        int leaf = ~(OffsetOf(country) + 1);
        ulong position = first;
        while (position <= last)
        {
            int bits = position == 0 ? 32 : System.Numerics.BitOperations.TrailingZeroCount(position);
            while (bits == 32 || position + (1UL << bits) - 1 > last)
            {
                bits--;
            }

            Insert((uint)position, 32 - bits, leaf);
            position += 1UL << bits;
        }
    }

    /// <summary>The file.</summary>
    public byte[] ToArray()
    {
        using var file = new MemoryStream();
        Span<byte> record = stackalloc byte[sizeof(uint)];
        foreach (int value in _nodes)
        {
            BinaryPrimitives.WriteUInt32BigEndian(record, Record(value));
            file.Write(record);
        }

        file.Write(new byte[DataGap]);
        _data.WriteTo(file);
        WriteMetadata(file);
        return file.ToArray();
    }

    // Nodes are non-negative, leaves are ~(offset + 1), and no entry is -1.
    private uint Record(int value) => value switch
    {
        Unset => (uint)NodeCount,
        < Unset => (uint)(NodeCount + DataGap + ~value - 1),
        _ => (uint)value,
    };

    private int OffsetOf(string country)
    {
        if (!_offsets.TryGetValue(country, out int offset))
        {
            offset = (int)_data.Length;
            _offsets.Add(country, offset);
            _data.WriteByte(Control(MapType, 1));
            WriteString(_data, "country");
            _data.WriteByte(Control(MapType, 1));
            WriteString(_data, "iso_code");
            WriteString(_data, country);
        }

        return offset;
    }

    private void Insert(uint prefix, int length, int leaf)
    {
        int node = 0;
        for (int depth = 0; depth < length - 1; depth++)
        {
            int slot = (node * 2) + (int)((prefix >> (31 - depth)) & 1);
            if (_nodes[slot] < 0)
            {
                _nodes[slot] = NodeCount;
                _nodes.Add(Unset);
                _nodes.Add(Unset);
            }

            node = _nodes[slot];
        }

        _nodes[(node * 2) + (int)((prefix >> (32 - length)) & 1)] = leaf;
    }

    private void WriteMetadata(MemoryStream file)
    {
        file.Write([0xAB, 0xCD, 0xEF]);
        file.Write("MaxMind.com"u8);
        file.WriteByte(Control(MapType, 9));
        WriteNumber(file, "binary_format_major_version", UInt16Type, 2);
        WriteNumber(file, "binary_format_minor_version", UInt16Type, 0);
        WriteString(file, "build_epoch");
        file.Write([8, 2]); // an unsigned 64-bit number of 8 bytes: types above 7 stand in a second byte, less 7
        Span<byte> epoch = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(epoch, 1_767_225_600);
        file.Write(epoch);
        WriteString(file, "database_type");
        WriteString(file, "Benchmark-Country");
        WriteString(file, "description");
        file.WriteByte(Control(MapType, 0));
        WriteNumber(file, "ip_version", UInt16Type, 4);
        WriteString(file, "languages");
        file.Write([0, 4]); // an empty array
        WriteNumber(file, "node_count", UInt32Type, (uint)NodeCount);
        WriteNumber(file, "record_size", UInt16Type, 32);
    }

    private static void WriteNumber(MemoryStream stream, string name, byte type, uint value)
    {
        WriteString(stream, name);
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        int length = type == UInt16Type ? sizeof(ushort) : sizeof(uint);
        stream.WriteByte(Control(type, length));
        stream.Write(bytes[^length..]);
    }

    private static void WriteString(MemoryStream stream, string text)
    {
        stream.WriteByte(Control(StringType, text.Length));
        stream.Write(Encoding.ASCII.GetBytes(text));
    }

    // Sizes below 29 stand in the control byte itself; all of ours do.
    private static byte Control(byte type, int size) => (byte)((type << 5) | size);
}
