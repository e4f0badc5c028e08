// SPDX-License-Identifier: MIT

using System.Net.Sockets;
using DistillGuard.Geo.Tables;

namespace DistillGuard.Geo.Builder;

/// <summary>The refresh: read, encode, decode again, compare, write.</summary>
internal static class TableRefresh
{
    /// <summary>Reads an unpacked <c>@ip-location-db/*-country</c> package and writes the table.</summary>
    /// <exception cref="InvalidDataException">The source is broken; nothing was written.</exception>
    public static RefreshReport Run(string folder, string target)
    {
        PackageManifest manifest = PackageManifest.Read(folder);
        string stem = Path.Combine(folder, manifest.Name[(manifest.Name.LastIndexOf('/') + 1)..]);
        List<CountryRange> v4 = CsvRangeReader.Read(stem + "-ipv4.csv", AddressFamily.InterNetwork);
        List<CountryRange> v6 = CsvRangeReader.Read(stem + "-ipv6.csv", AddressFamily.InterNetworkV6);

        var header = new CountryTableHeader(manifest.DataDate, manifest.Name, manifest.Version);
        byte[] bytes = CountryTableEncoder.Encode(header, v4, v6);
        var table = CountryTable.From(bytes);
        Compare(table, v4, isV4: true);
        Compare(table, v6, isV4: false);

        // Written beside the target and moved, so that a failed write never leaves half a table.
        string beside = target + ".new";
        File.WriteAllBytes(beside, bytes);
        File.Move(beside, target, overwrite: true);

        DecodedCountryTable decoded = table.Decoded;
        return new RefreshReport(
            header, v4.Count, v6.Count, decoded.Ranges.V4Count, decoded.Ranges.V6Count, decoded.Codes.Length, bytes.Length);
    }

    private static void Compare(CountryTable table, List<CountryRange> ranges, bool isV4)
    {
        UInt128 top = isV4 ? uint.MaxValue : UInt128.MaxValue;
        for (int position = 0; position < ranges.Count; position++)
        {
            CountryRange range = ranges[position];
            Expect(table, range.First, isV4, range.Country);
            Expect(table, range.Last, isV4, range.Country);
            bool gapFollows = range.Last != top
                && (position + 1 == ranges.Count || ranges[position + 1].First != range.Last + 1);
            if (gapFollows)
            {
                Expect(table, range.Last + 1, isV4, range.Country);
            }
        }
    }

    private static void Expect(CountryTable table, UInt128 value, bool isV4, CountryCode expected)
    {
        ClientAddress address = isV4 ? ClientAddress.FromIPv4((uint)value) : ClientAddress.FromIPv6(value);
        CountryCode found = table.Find(address).Country;
        if (found != expected)
        {
            throw new InvalidDataException(
                $"Address 0x{value:x} reads back as '{found}' instead of '{expected}': encoder and decoder disagree.");
        }
    }
}
