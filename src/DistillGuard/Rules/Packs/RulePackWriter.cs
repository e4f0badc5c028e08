// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules.Packs;

/// <summary>Writes rule packs.</summary>
public static class RulePackWriter
{
    // Fixed, so that the same files make the same pack whenever it is made.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Writes a pack as a zip file.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="name">Lower-case letters, digits, single hyphens.</param>
    /// <param name="version">Three numbers: <c>1.2.0</c>.</param>
    /// <param name="files">The rule documents, and case files named <c>rule-id.cases.json</c>; their names are their paths inside the pack.</param>
    /// <param name="privateKey">ECDSA P-256 key in PEM to sign with; null for checksums only.</param>
    /// <exception cref="ArgumentException">A name, path, version or key is none.</exception>
    public static void Write(
        Stream output, string name, string version, IReadOnlyList<RuleSetSource> files, string? privateKey = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(files);
        Check(name, version, files);
        byte[] manifest = Manifest(name, version, files);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, RulePack.ManifestName, manifest);
        if (privateKey is not null)
        {
            Add(zip, RulePack.SignatureName, PackSignature.Sign(manifest, privateKey));
        }

        foreach (RuleSetSource file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            Add(zip, file.Name, file.Utf8.Span);
        }
    }

    private static void Check(string name, string version, IReadOnlyList<RuleSetSource> files)
    {
        if (!RuleReader.IsId(name))
        {
            throw new ArgumentException($"'{name}' is no name of a pack; use lower-case letters, digits and single hyphens.", nameof(name));
        }

        if (!PackManifest.IsVersion(version, out _))
        {
            throw new ArgumentException($"'{version}' is no version; write three numbers, like 1.2.0.", nameof(version));
        }

        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase) { RulePack.ManifestName, RulePack.SignatureName };
        foreach (RuleSetSource file in files)
        {
            if (!PackManifest.IsInside(file.Name) || !seen.Add(file.Name))
            {
                throw new ArgumentException($"'{file.Name}' cannot be a path in a pack, or is there twice; use single slashes and no '..'.", nameof(files));
            }
        }
    }

    private static byte[] Manifest(string name, string version, IReadOnlyList<RuleSetSource> files)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", PackManifest.FormatVersion);
            writer.WriteString("name", name);
            writer.WriteString("version", version);
            writer.WriteStartArray("files");
            foreach (RuleSetSource file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteString("path", file.Name);
                writer.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(file.Utf8.Span)));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string path, ReadOnlySpan<byte> content)
    {
        ZipArchiveEntry entry = zip.CreateEntry(path, CompressionLevel.SmallestSize);
        entry.LastWriteTime = EntryTime;
        using Stream stream = entry.Open();
        stream.Write(content);
    }
}
