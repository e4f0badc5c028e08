// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Tables;

/// <summary>The embedded table's file.</summary>
internal static class EmbeddedTable
{
    public static byte[] Bytes()
    {
        using Stream stream = typeof(CountryTable).Assembly.GetManifestResourceStream("DistillGuard.Geo.Tables.country.br")!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
