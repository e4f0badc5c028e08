// SPDX-License-Identifier: MIT

using System.IO.Compression;
using DistillGuard.Geo.Tables;

namespace DistillGuard.Geo.Builder;

/// <summary>Writes the format that <see cref="CountryTableDecoder"/> reads.</summary>
/// <remarks>
/// A gap between rows takes the country of the row before, so that a boundary is stored only where the country changes:
/// nobody can send from unallocated space, and special addresses are sorted out before the table is asked.
/// </remarks>
internal static class CountryTableEncoder
{
    private const int BrotliQuality = 11;
    private const int BrotliWindow = 24;

    /// <summary>The whole file for rows in ascending order.</summary>
    public static byte[] Encode(
        CountryTableHeader header, IReadOnlyList<CountryRange> v4, IReadOnlyList<CountryRange> v6)
    {
        byte[] payload = EncodePayload(v4, v6);
        byte[] packed = new byte[BrotliEncoder.GetMaxCompressedLength(payload.Length)];
        if (!BrotliEncoder.TryCompress(payload, packed, out int length, BrotliQuality, BrotliWindow))
        {
            throw new InvalidDataException($"Brotli could not compress {payload.Length} bytes.");
        }

        return [.. header.Write(payload), .. packed.AsSpan(0, length)];
    }

    private static byte[] EncodePayload(IReadOnlyList<CountryRange> v4, IReadOnlyList<CountryRange> v6)
    {
        string[] codes = [.. v4.Concat(v6)
            .Where(range => range.Country.IsKnown)
            .Select(range => range.Country.ToString())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        if (codes.Length > byte.MaxValue)
        {
            throw new InvalidDataException($"{codes.Length} codes do not fit into one byte.");
        }

        var output = new List<byte>();
        WriteVariable(output, (ulong)codes.Length);
        foreach (string code in codes)
        {
            output.Add((byte)code[0]);
            output.Add((byte)code[1]);
        }

        WriteRanges(output, codes, v4, V4Token);
        WriteRanges(output, codes, v6, V6Token);
        return [.. output];
    }

    private static void WriteRanges(
        List<byte> output, string[] codes, IReadOnlyList<CountryRange> ranges, Func<UInt128, UInt128, ulong> token)
    {
        var values = new List<byte>();
        var steps = new List<byte>();
        UInt128 previous = UInt128.Zero;
        foreach (CountryRange range in ranges)
        {
            int position = range.Country.IsKnown ? Array.IndexOf(codes, range.Country.ToString()) : -1;
            byte value = (byte)(position + 1);
            if (values.Count > 0 && values[^1] == value)
            {
                continue;
            }

            values.Add(value);
            WriteVariable(steps, token(previous, range.First));
            previous = range.First;
        }

        WriteVariable(output, (ulong)values.Count);
        output.AddRange(values);
        output.AddRange(steps);
    }

    private static ulong V4Token(UInt128 previous, UInt128 start)
    {
        ulong step = (ulong)(start - previous);
        return (step & 0xFF) == 0 ? step >> 8 << 1 : (step << 1) | 1;
    }

    private static ulong V6Token(UInt128 previous, UInt128 start)
    {
        if ((ulong)start != 0)
        {
            throw new InvalidDataException(
                $"An IPv6 range starts inside a /64 (0x{start:x32}); this format keeps the upper 64 bits only.");
        }

        ulong step = (ulong)(start >> 64) - (ulong)(previous >> 64);
        if ((step & 0xFFFF_FFFF) == 0)
        {
            return step >> 32 << 2;
        }

        if ((step & 0xFFFF) == 0)
        {
            return (step >> 16 << 2) | 1;
        }

        return step <= ulong.MaxValue >> 2
            ? (step << 2) | 2
            : throw new InvalidDataException($"An IPv6 range starts too far behind the one before (0x{start:x32}).");
    }

    private static void WriteVariable(List<byte> output, ulong value)
    {
        while (value >= 0x80)
        {
            output.Add((byte)(value | 0x80));
            value >>= 7;
        }

        output.Add((byte)value);
    }
}
