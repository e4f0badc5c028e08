// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Text.Json;

namespace DistillGuard.Evaluation.Data;

/// <summary>Reads a file of one JSON object a line, packed with gzip.</summary>
internal static class JsonLines
{
    public static IEnumerable<JsonElement> Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }
}
