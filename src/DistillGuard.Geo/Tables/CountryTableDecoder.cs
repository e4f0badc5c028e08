// SPDX-License-Identifier: MIT

using System.IO.Compression;

namespace DistillGuard.Geo.Tables;

/// <summary>Reads the compressed country table; its writer is the refresh tool.</summary>
/// <remarks>
/// Payload: number of codes and their letters; then for IPv4 and for IPv6 the number of ranges, one value byte each
/// (0 = no country, otherwise 1 + position in the codes), and one variable-length step each from the start before.
/// IPv4 steps: lowest bit 0 = in /24 units, 1 = in addresses. IPv6 steps over the upper 64 bits: lowest two bits
/// 0 = in /32 units, 1 = in /48 units, 2 = in /64 units.
/// </remarks>
internal static class CountryTableDecoder
{
    /// <summary>The most ranges accepted for one address family.</summary>
    public const int MaximumRanges = 4_000_000;

    /// <summary>Decodes a whole file.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a table; the message completes "x: …".</exception>
    public static DecodedCountryTable Decode(ReadOnlySpan<byte> bytes)
    {
        CountryTableHeader header = CountryTableHeader.Read(bytes, out int start, out int length, out ulong checksum);
        byte[] payload = new byte[length];
        bool whole = BrotliDecoder.TryDecompress(bytes[start..], payload, out int written);
        if (!whole || written != length || CountryTableHeader.Checksum(payload) != checksum)
        {
            throw new InvalidDataException("its compressed part is damaged or cut off");
        }

        var reader = new PayloadReader(payload);
        string[] codes = ReadCodes(ref reader);
        ushort[] v4Values = ReadValues(ref reader, codes.Length);
        uint[] v4Starts = ReadV4Starts(ref reader, v4Values.Length);
        ushort[] v6Values = ReadValues(ref reader, codes.Length);
        ulong[] v6Starts = ReadV6Starts(ref reader, v6Values.Length);
        if (!reader.IsAtEnd)
        {
            throw new InvalidDataException("bytes follow the last range");
        }

        PutZeroFirst(ref v4Starts, ref v4Values);
        PutZeroFirst(ref v6Starts, ref v6Values);
        return new DecodedCountryTable(
            header, codes, new AddressRangeTable(v4Starts, v4Values, v6Starts, v6Low: null, v6Values));
    }

    private static string[] ReadCodes(ref PayloadReader reader)
    {
        int count = reader.ReadCount(byte.MaxValue);
        string[] codes = new string[count];
        for (int position = 0; position < count; position++)
        {
            ReadOnlySpan<byte> letters = reader.ReadBytes(2);
            if (!char.IsAsciiLetterUpper((char)letters[0]) || !char.IsAsciiLetterUpper((char)letters[1]))
            {
                throw new InvalidDataException($"code {position} is not two capital letters");
            }

            codes[position] = string.Create(
                2, (First: (char)letters[0], Second: (char)letters[1]), static (text, pair) =>
                {
                    text[0] = pair.First;
                    text[1] = pair.Second;
                });
        }

        return codes;
    }

    private static ushort[] ReadValues(ref PayloadReader reader, int codes)
    {
        int count = reader.ReadCount(MaximumRanges);
        ReadOnlySpan<byte> bytes = reader.ReadBytes(count);
        ushort[] values = new ushort[count];
        for (int position = 0; position < count; position++)
        {
            values[position] = bytes[position] <= codes
                ? bytes[position]
                : throw new InvalidDataException($"range {position} names code {bytes[position]} of {codes}");
        }

        return values;
    }

    private static uint[] ReadV4Starts(ref PayloadReader reader, int count)
    {
        uint[] starts = new uint[count];
        ulong start = 0;
        for (int position = 0; position < count; position++)
        {
            ulong token = reader.ReadVariable();
            ulong step = (token & 1) == 0 ? token >> 1 << 8 : token >> 1;
            start += step;
            starts[position] = start <= uint.MaxValue && step <= uint.MaxValue
                ? (uint)start
                : throw new InvalidDataException($"IPv4 range {position} starts beyond the last address");
        }

        return starts;
    }

    private static ulong[] ReadV6Starts(ref PayloadReader reader, int count)
    {
        ulong[] starts = new ulong[count];
        ulong start = 0;
        for (int position = 0; position < count; position++)
        {
            ulong token = reader.ReadVariable();
            int shift = (token & 3) switch
            {
                0 => 32,
                1 => 16,
                2 => 0,
                _ => throw new InvalidDataException($"IPv6 range {position} has an unknown unit"),
            };
            ulong step = token >> 2 << shift;
            if (step >> shift != token >> 2 || start > ulong.MaxValue - step)
            {
                throw new InvalidDataException($"IPv6 range {position} starts beyond the last address");
            }

            start += step;
            starts[position] = start;
        }

        return starts;
    }

    private static void PutZeroFirst<TStart>(ref TStart[] starts, ref ushort[] values)
        where TStart : struct, IEquatable<TStart>
    {
        if (starts.Length == 0 || !starts[0].Equals(default))
        {
            starts = [default, .. starts];
            values = [0, .. values];
        }
    }
}
