// SPDX-License-Identifier: MIT

using System.IO.Compression;

namespace DistillGuard.Rules.Packs;

/// <summary>Reads the files of a pack from a folder or a zip file, within limits.</summary>
internal static class PackFiles
{
    private const long LargestPack = 64 * 1024 * 1024;
    private const int MostFiles = 1002; // a thousand, the manifest and the signature

    /// <summary>Every file by its path inside the pack.</summary>
    /// <exception cref="IOException">The pack cannot be read, or is larger than any honest pack.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string path) => Directory.Exists(path) ? ReadFolder(path) : ReadZip(path);

    private static Dictionary<string, byte[]> ReadFolder(string folder)
    {
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        long total = 0;
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            total += new FileInfo(file).Length;
            Check(files.Count, total, folder);
            files.Add(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file));
        }

        return files;
    }

    private static Dictionary<string, byte[]> ReadZip(string path)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(path);
            Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
            long total = 0;
            foreach (ZipArchiveEntry entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                byte[] content = ReadEntry(entry, LargestPack - total, path);
                total += content.Length;
                Check(files.Count, total, path);
                if (!files.TryAdd(entry.FullName, content))
                {
                    throw new IOException($"{path}: {entry.FullName} is in the pack twice; get it again.");
                }
            }

            return files;
        }
        catch (InvalidDataException exception)
        {
            throw new IOException($"{path}: this is no zip file; give a pack, or a folder with {RulePack.ManifestName}.", exception);
        }
    }

    // What the directory of a zip file says of sizes need not be true.
    private static byte[] ReadEntry(ZipArchiveEntry entry, long room, string path)
    {
        using Stream stream = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            content.Write(buffer, 0, read);
            Check(0, LargestPack - room + content.Length, path);
        }

        return content.ToArray();
    }

    private static void Check(int files, long bytes, string path)
    {
        if (files >= MostFiles || bytes > LargestPack)
        {
            throw new IOException($"{path}: a pack has at most {MostFiles - 2} files and {LargestPack} bytes; this is none.");
        }
    }
}
