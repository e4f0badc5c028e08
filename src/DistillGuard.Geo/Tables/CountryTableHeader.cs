// SPDX-License-Identifier: MIT

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DistillGuard.Geo.Tables;

/// <summary>What stands in front of the compressed table: format, data date, source and a checksum.</summary>
/// <remarks>
/// Layout, little-endian: "DGCT", format byte, data date (int32, days since 0001-01-01), source name and source version
/// (length byte, UTF-8), length of the payload before compression (int32), first 8 bytes of its SHA-256. Brotli follows.
/// </remarks>
internal sealed record CountryTableHeader(DateOnly DataDate, string SourceName, string SourceVersion)
{
    /// <summary>The format this build reads and writes.</summary>
    public const byte FormatVersion = 1;

    /// <summary>The largest payload accepted: 16 MiB, about forty times the table of 2026.</summary>
    public const int MaximumPayload = 16 * 1024 * 1024;

    private static ReadOnlySpan<byte> Magic => "DGCT"u8;

    /// <summary>The header's bytes for a payload.</summary>
    public byte[] Write(ReadOnlySpan<byte> payload)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(FormatVersion);
            writer.Write(DataDate.DayNumber);
            WriteText(writer, SourceName);
            WriteText(writer, SourceVersion);
            writer.Write(payload.Length);
            writer.Write(Checksum(payload));
        }

        return stream.ToArray();
    }

    /// <summary>Reads the header and says what the payload must be.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a header.</exception>
    public static CountryTableHeader Read(
        ReadOnlySpan<byte> bytes, out int headerLength, out int payloadLength, out ulong checksum)
    {
        if (bytes.Length < 9 || !bytes.StartsWith(Magic))
        {
            throw new InvalidDataException("it does not begin with a country table header");
        }

        if (bytes[4] != FormatVersion)
        {
            throw new InvalidDataException($"its format is {bytes[4]}, this build reads format {FormatVersion}");
        }

        int days = BinaryPrimitives.ReadInt32LittleEndian(bytes[5..]);
        if (days < 0 || days > DateOnly.MaxValue.DayNumber)
        {
            throw new InvalidDataException($"its data date is not a date (day {days})");
        }

        int position = 9;
        string name = ReadText(bytes, ref position);
        string version = ReadText(bytes, ref position);
        if (bytes.Length - position < 12)
        {
            throw new InvalidDataException("it ends inside the header");
        }

        payloadLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[position..]);
        checksum = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(position + 4)..]);
        headerLength = position + 12;
        if (payloadLength is < 1 or > MaximumPayload)
        {
            throw new InvalidDataException(
                $"its payload length is {payloadLength}; 1 to {MaximumPayload} bytes are accepted");
        }

        return new CountryTableHeader(DateOnly.FromDayNumber(days), name, version);
    }

    /// <summary>The first 8 bytes of the payload's SHA-256.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> payload)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(checked((byte)bytes.Length));
        writer.Write(bytes);
    }

    private static string ReadText(ReadOnlySpan<byte> bytes, ref int position)
    {
        if (position >= bytes.Length || bytes.Length - position - 1 < bytes[position])
        {
            throw new InvalidDataException("it ends inside the header");
        }

        int length = bytes[position];
        string text = Encoding.UTF8.GetString(bytes.Slice(position + 1, length));
        position += 1 + length;
        return text;
    }
}
