// SPDX-License-Identifier: MIT

namespace DistillGuard.Architecture;

/// <summary>One source file: its path from the root and its lines.</summary>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    /// <summary>The folder below <c>src/Project</c> or <c>tests/Project</c>; empty at the project's root.</summary>
    public string Folder => string.Join('/', Path.Split('/').Skip(2).SkipLast(1));

    public string Project => Path.Split('/')[1];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string? Namespace => Lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))?[10..].TrimEnd(';', ' ');

    public override string ToString() => Path;
}
