// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Tables;

namespace DistillGuard.Geo.Builder;

/// <summary>What a refresh read and wrote.</summary>
internal sealed record RefreshReport(
    CountryTableHeader Header, int V4Rows, int V6Rows, int V4Ranges, int V6Ranges, int Codes, int Bytes)
{
    /// <summary>The counts in words.</summary>
    public string Describe() =>
        $"""
        source      {Header.SourceName} {Header.SourceVersion}, data of {Header.DataDate:yyyy-MM-dd}
        rows read   {V4Rows} IPv4, {V6Rows} IPv6, {Codes} country codes
        ranges kept {V4Ranges} IPv4, {V6Ranges} IPv6 (neighbours merged, gaps filled)
        written     {Bytes} bytes; decoded again and compared at every boundary
        """;
}
