// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Geo.Databases;

/// <summary>What a database says of itself at its end.</summary>
internal sealed class MmdbMetadata
{
    /// <summary>Zero bytes between tree and data.</summary>
    public const int SeparatorLength = 16;

    private const int MaximumLength = 128 * 1024;
    private const long LastSecond = 253_402_300_799; // 9999-12-31

    private long _nodeCount;
    private long _recordSize;
    private long _ipVersion;
    private long _major;
    private long _buildEpoch;

    private MmdbMetadata()
    {
    }

    /// <summary>The kind of database, for example GeoLite2-Country.</summary>
    public string Type { get; private set; } = string.Empty;

    /// <summary>The day it was built (UTC).</summary>
    public DateOnly BuildDate { get; private set; }

    /// <summary>Whether the tree is over 128 bits with IPv4 below ::/96; otherwise over 32 bits.</summary>
    public bool IsV6 => _ipVersion == 6;

    /// <summary>Nodes of the search tree.</summary>
    public int NodeCount => (int)_nodeCount;

    /// <summary>Bits of each of a node's two records: 24, 28 or 32.</summary>
    public int RecordSize => (int)_recordSize;

    /// <summary>Bytes of the search tree.</summary>
    public int TreeLength { get; private set; }

    /// <summary>Where the data section ends in the file.</summary>
    public int DataEnd { get; private set; }

    private static ReadOnlySpan<byte> Marker =>
        [0xAB, 0xCD, 0xEF, (byte)'M', (byte)'a', (byte)'x', (byte)'M', (byte)'i', (byte)'n', (byte)'d',
            (byte)'.', (byte)'c', (byte)'o', (byte)'m'];

    /// <summary>Reads and checks the metadata of a whole file.</summary>
    /// <exception cref="InvalidDataException">The file is no such database; the message completes "x: …".</exception>
    public static MmdbMetadata Read(ReadOnlySpan<byte> file)
    {
        int tail = Math.Max(0, file.Length - MaximumLength);
        int marker = file[tail..].LastIndexOf(Marker);
        if (marker < 0)
        {
            throw new InvalidDataException("it has no metadata of the MaxMind DB format, so it is something else or cut off");
        }

        var metadata = new MmdbMetadata { DataEnd = tail + marker };
        metadata.ReadMembers(new MmdbSection(file[(tail + marker + Marker.Length)..]));
        metadata.Check();
        return metadata;
    }

    private void ReadMembers(MmdbSection section)
    {
        int position = 0;
        MmdbValue root = section.Read(ref position);
        if (root.Type != MmdbType.Map)
        {
            throw new InvalidDataException("its metadata is not a map");
        }

        position = root.Content;
        for (int entry = 0; entry < root.Size; entry++)
        {
            string key = Encoding.UTF8.GetString(section.Content(section.Read(ref position)));
            MmdbValue value = section.Read(ref position);
            switch (key)
            {
                case "node_count":
                    _nodeCount = (long)Math.Min(section.Number(value), long.MaxValue);
                    break;
                case "record_size":
                    _recordSize = (long)Math.Min(section.Number(value), long.MaxValue);
                    break;
                case "ip_version":
                    _ipVersion = (long)Math.Min(section.Number(value), long.MaxValue);
                    break;
                case "binary_format_major_version":
                    _major = (long)Math.Min(section.Number(value), long.MaxValue);
                    break;
                case "build_epoch":
                    _buildEpoch = (long)Math.Min(section.Number(value), long.MaxValue);
                    break;
                case "database_type" when value.Type == MmdbType.Text:
                    Type = Encoding.UTF8.GetString(section.Content(value));
                    break;
                default:
                    break;
            }
        }
    }

    private void Check()
    {
        if (_major != 2)
        {
            throw new InvalidDataException($"its format version is {_major}, this build reads version 2");
        }

        if (_recordSize is not (24 or 28 or 32) || _ipVersion is not (4 or 6))
        {
            throw new InvalidDataException($"its record size is {_recordSize} bits and its IP version {_ipVersion}");
        }

        if (_buildEpoch is < 1 or > LastSecond)
        {
            throw new InvalidDataException($"its build time is {_buildEpoch}");
        }

        long treeLength = _nodeCount <= int.MaxValue ? _nodeCount * _recordSize / 4 : long.MaxValue;
        if (_nodeCount < 1 || treeLength > DataEnd - SeparatorLength)
        {
            throw new InvalidDataException($"it states {_nodeCount} tree nodes, more or fewer than the file can hold");
        }

        TreeLength = (int)treeLength;
        BuildDate = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(_buildEpoch).UtcDateTime);
    }
}
