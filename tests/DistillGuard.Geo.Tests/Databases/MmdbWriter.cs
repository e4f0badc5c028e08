// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Text;

namespace DistillGuard.Geo.Databases;

/// <summary>A minimal writer of the MaxMind DB format for tests: later networks win over earlier, wider ones.</summary>
internal sealed class MmdbWriter
{
    /// <summary>Stands for "no record" where a record is given to a network.</summary>
    public const int NoRecord = -1;

    private const int Empty = -1;

    private readonly int _recordSize;
    private readonly bool _isV6;
    private readonly List<int[]> _nodes = [[Empty, Empty]];
    private readonly MemoryStream _data = new();
    private readonly Dictionary<string, int> _textPositions = new(StringComparer.Ordinal);

    public MmdbWriter(int recordSize = 28, bool isV6 = true)
    {
        _recordSize = recordSize;
        _isV6 = isV6;
    }

    public string Type { get; set; } = "Test-Country";

    public long BuildEpoch { get; set; } = 1_790_000_000; // 2026-09-21

    public int MajorVersion { get; set; } = 2;

    /// <summary>Writes a record and returns its place in the data section, so that networks can share it.</summary>
    public int AddRecord(object record)
    {
        int start = (int)_data.Position;
        WriteValue(_data, record, sharesText: true);
        return start;
    }

    /// <summary>Moves the end of the data section, so that later records stand far behind.</summary>
    public void Pad(int bytes) => _data.Position += bytes;

    /// <summary>Lets both records of every node lead to where one of them leads.</summary>
    public void JoinSides()
    {
        foreach (int[] node in _nodes)
        {
            node[0] = node[1] = Math.Max(node[0], node[1]) > Empty ? Math.Max(node[0], node[1]) : Math.Min(node[0], node[1]);
        }
    }

    /// <summary>Lets a network lead to the IPv4 tree, as makers do for mapped, Teredo and 6to4 addresses.</summary>
    public void Alias(UInt128 first, int prefix)
    {
        int target = 0;
        for (int bit = 0; bit < 96; bit++)
        {
            target = _nodes[target][0];
        }

        _nodes[ParentOf(first, prefix)][(int)(first >> (128 - prefix)) & 1] = target;
    }

    /// <summary>Gives a record to a network. IPv4 networks stand below ::/96.</summary>
    public void Add(ClientAddress first, int prefix, int record)
    {
        UInt128 bits = _isV6 ? first.Value : first.Value << 96;
        int depth = _isV6 && first.IsIPv4 ? prefix + 96 : prefix;
        _nodes[ParentOf(bits, depth)][(int)(bits >> (128 - depth)) & 1] = Empty - 1 - record;
    }

    public void Add(string network, object record)
    {
        string[] parts = network.Split('/');
        Add(Addresses.Parse(parts[0]), int.Parse(parts[1]), AddRecord(record));
    }

    public byte[] ToArray()
    {
        var file = new MemoryStream();
        foreach (int[] node in _nodes)
        {
            WriteNode(file, Number(node[0]), Number(node[1]));
        }

        file.Write(new byte[16]);
        file.Write(_data.ToArray());
        file.Write([0xAB, 0xCD, 0xEF]);
        file.Write("MaxMind.com"u8);
        WriteValue(
            file,
            new MmdbMap
            {
                ["binary_format_major_version"] = (ushort)MajorVersion,
                ["binary_format_minor_version"] = (ushort)0,
                ["build_epoch"] = (ulong)BuildEpoch,
                ["database_type"] = Type,
                ["description"] = new MmdbMap { ["en"] = "made by a test" },
                ["ip_version"] = (ushort)(_isV6 ? 6 : 4),
                ["languages"] = new object[] { "en" },
                ["node_count"] = (uint)_nodes.Count,
                ["record_size"] = (ushort)_recordSize,
            },
            sharesText: false);
        return file.ToArray();
    }

    public MmdbOriginSource ToSource() => Source(ToArray());

    /// <summary>Loads a file that is in memory.</summary>
    public static MmdbOriginSource Source(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return MmdbOriginSource.From(stream);
    }

    private int ParentOf(UInt128 bits, int depth)
    {
        int node = 0;
        for (int bit = 0; bit < depth - 1; bit++)
        {
            int side = (int)(bits >> (127 - bit)) & 1;
            int child = _nodes[node][side];
            if (child <= Empty)
            {
                _nodes.Add([child, child]);
                child = _nodes.Count - 1;
                _nodes[node][side] = child;
            }

            node = child;
        }

        return node;
    }

    private uint Number(int child) => child switch
    {
        Empty => (uint)_nodes.Count,
        < Empty => (uint)(_nodes.Count + 16 + (Empty - 1 - child)),
        _ => (uint)child,
    };

    private void WriteNode(MemoryStream file, uint left, uint right)
    {
        Span<byte> bytes = stackalloc byte[8];
        switch (_recordSize)
        {
            case 24:
                BinaryPrimitives.WriteUInt32BigEndian(bytes, left << 8);
                BinaryPrimitives.WriteUInt32BigEndian(bytes[3..], right << 8);
                break;
            case 28:
                BinaryPrimitives.WriteUInt32BigEndian(bytes, left << 8);
                BinaryPrimitives.WriteUInt32BigEndian(bytes[3..], right);
                bytes[3] = (byte)((left >> 24 << 4) | (right >> 24));
                break;
            default:
                BinaryPrimitives.WriteUInt32BigEndian(bytes, left);
                BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], right);
                break;
        }

        file.Write(bytes[..(_recordSize / 4)]);
    }

    private void WriteValue(MemoryStream target, object value, bool sharesText)
    {
        switch (value)
        {
            case string text when sharesText && _textPositions.TryGetValue(text, out int position):
                WritePointer(target, position);
                break;
            case string text:
                if (sharesText)
                {
                    _textPositions.Add(text, (int)target.Position);
                }

                byte[] utf8 = Encoding.UTF8.GetBytes(text);
                WriteControl(target, MmdbType.Text, utf8.Length);
                target.Write(utf8);
                break;
            case bool flag:
                WriteControl(target, MmdbType.Boolean, flag ? 1 : 0);
                break;
            case ushort number:
                WriteNumber(target, MmdbType.UInt16, number);
                break;
            case uint number:
                WriteNumber(target, MmdbType.UInt32, number);
                break;
            case ulong number:
                WriteNumber(target, MmdbType.UInt64, number);
                break;
            case double number:
                Span<byte> bytes = stackalloc byte[8];
                BinaryPrimitives.WriteDoubleBigEndian(bytes, number);
                WriteControl(target, MmdbType.Double, 8);
                target.Write(bytes);
                break;
            case object[] items:
                WriteControl(target, MmdbType.Array, items.Length);
                foreach (object item in items)
                {
                    WriteValue(target, item, sharesText);
                }

                break;
            case MmdbMap map:
                WriteControl(target, MmdbType.Map, map.Count);
                foreach ((string key, object member) in map)
                {
                    WriteValue(target, key, sharesText);
                    WriteValue(target, member, sharesText);
                }

                break;
            default:
                throw new ArgumentException($"{value.GetType()} has no place in the format.", nameof(value));
        }
    }

    private static void WriteNumber(MemoryStream target, MmdbType type, ulong number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        ReadOnlySpan<byte> significant = bytes.TrimStart((byte)0);
        WriteControl(target, type, significant.Length);
        target.Write(significant);
    }

    private static void WriteControl(MemoryStream target, MmdbType type, int size)
    {
        int code = size switch
        {
            < 29 => size,
            < 285 => 29,
            < 65_821 => 30,
            _ => 31,
        };
        target.WriteByte((byte)((type <= MmdbType.Map ? (int)type << 5 : 0) | code));
        if (type > MmdbType.Map)
        {
            target.WriteByte((byte)(type - 7));
        }

        if (code == 29)
        {
            target.WriteByte((byte)(size - 29));
        }
        else if (code == 30)
        {
            target.WriteByte((byte)((size - 285) >> 8));
            target.WriteByte((byte)(size - 285));
        }
        else if (code == 31)
        {
            target.WriteByte((byte)((size - 65_821) >> 16));
            target.WriteByte((byte)((size - 65_821) >> 8));
            target.WriteByte((byte)(size - 65_821));
        }
    }

    private static void WritePointer(MemoryStream target, int position)
    {
        switch (position)
        {
            case < 2_048:
                target.WriteByte((byte)(0x20 | (position >> 8)));
                target.WriteByte((byte)position);
                break;
            case < 526_336:
                position -= 2_048;
                target.WriteByte((byte)(0x28 | (position >> 16)));
                target.WriteByte((byte)(position >> 8));
                target.WriteByte((byte)position);
                break;
            default:
                position -= 526_336;
                target.WriteByte((byte)(0x30 | (position >> 24)));
                target.WriteByte((byte)(position >> 16));
                target.WriteByte((byte)(position >> 8));
                target.WriteByte((byte)position);
                break;
        }
    }
}
