// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Text;

namespace DistillGuard.Cli.Support;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("distillguard-cli-");

    public string Path => _folder.FullName;

    public string At(string name) => System.IO.Path.Join(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public string WriteGzip(string name, string text)
    {
        using FileStream file = File.Create(At(name));
        using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(text));
        return At(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
