// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Packs;

/// <summary>A folder with the versions of one rule pack, one of which is in use. Updates are checked first, and can be taken back.</summary>
/// <remarks>
/// <para>In the folder stand <c>versions/1.2.0.zip</c> and two small files that name versions: <c>current</c>, and <c>history</c>
/// with those that were in use before, oldest first. A version is put in place whole and <c>current</c> is then replaced by a rename, so a
/// reader sees the old version or the new one, whenever the process or the machine stops.</para>
/// <para>One process may write at a time; any number may read.</para>
/// </remarks>
public sealed class RulePackStore
{
    private const string Current = "current";
    private const string History = "history";
    private const int VersionsKept = 16;

    private readonly string _folder;
    private readonly string? _trustedKey;

    /// <summary>Opens a store; the folder is made when the first pack is installed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="trustedKey">The public key that every pack must be signed with, ECDSA P-256 in PEM; null accepts packs that are not signed.</param>
    public RulePackStore(string folder, string? trustedKey = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = folder;
        _trustedKey = trustedKey;
    }

    /// <summary>The version in use, or null before the first one.</summary>
    public Version? CurrentVersion => ReadLines(Current) is [string version, ..] && PackManifest.IsVersion(version, out Version known) ? known : null;

    /// <summary>Loads the pack in use, and checks it again.</summary>
    /// <exception cref="InvalidOperationException">No pack is installed.</exception>
    /// <exception cref="RuleSetException">It was changed since, or is not signed with the key.</exception>
    public RulePack Load() => CurrentVersion is { } version
        ? RulePack.Load(PathOf(version), _trustedKey)
        : throw new InvalidOperationException($"{_folder}: no pack is installed; install one first.");

    /// <summary>Checks a pack, compiles its rules, and puts it in use.</summary>
    /// <param name="path">A zip file with a newer version than the one in use.</param>
    /// <returns>The pack.</returns>
    /// <exception cref="RuleSetException">
    /// The pack is incomplete, changed, not signed with the key, of another name or not newer than the version in use, or its rules have mistakes; nothing is changed.
    /// </exception>
    /// <exception cref="IOException">It cannot be read, or the store cannot be written.</exception>
    public RulePack Install(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] content = File.ReadAllBytes(path);
        RulePack pack = RulePack.Load(path, _trustedKey);
        CheckUpdate(pack, path);
        _ = RuleSet.Compile(pack.Sources, new RuleSetOptions { Level = RuleSetOptions.GreatestLevel });

        Directory.CreateDirectory(Path.Join(_folder, "versions"));
        ReplaceFile(PathOf(pack.Version), content);
        _ = RulePack.Load(PathOf(pack.Version), _trustedKey); // what was read twice may have changed between
        if (CurrentVersion is { } old)
        {
            WriteLines(History, [.. ReadLines(History).TakeLast(VersionsKept - 1), old.ToString()]);
        }

        WriteLines(Current, [pack.Version.ToString()]);
        return pack;
    }

    /// <summary>Puts the version before the one in use back in use.</summary>
    /// <returns>The pack now in use.</returns>
    /// <exception cref="InvalidOperationException">There was none before.</exception>
    /// <exception cref="RuleSetException">It was changed since; nothing is changed.</exception>
    public RulePack RollBack()
    {
        string[] history = ReadLines(History);
        if (history.Length == 0 || !PackManifest.IsVersion(history[^1], out Version version))
        {
            throw new InvalidOperationException($"{_folder}: there is no version before the one in use.");
        }

        RulePack pack = RulePack.Load(PathOf(version), _trustedKey);
        WriteLines(Current, [version.ToString()]); // first, so that a stop in between loses a step of history and no version
        WriteLines(History, history[..^1]);
        return pack;
    }

    private void CheckUpdate(RulePack pack, string path)
    {
        if (CurrentVersion is not { } current)
        {
            return;
        }

        string name = Load().Name;
        if (pack.Name != name || pack.Version <= current)
        {
            throw new RuleSetException(
            [
                new RuleDiagnostic
                {
                    Code = RuleDiagnosticCodes.PackVersion,
                    Source = path,
                    Path = "$.version",
                    Line = 1,
                    Column = 1,
                    Problem = $"The pack is no update of {name} {current}.",
                    Value = $"{pack.Name} {pack.Version}",
                    Remedy = "Install a newer version; to go back, roll back.",
                },
            ]);
        }
    }

    private string PathOf(Version version) => Path.Join(_folder, "versions", version + ".zip");

    private string[] ReadLines(string name)
    {
        string path = Path.Join(_folder, name);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }

    private void WriteLines(string name, IReadOnlyList<string> lines) =>
        ReplaceFile(Path.Join(_folder, name), System.Text.Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    private static void ReplaceFile(string path, byte[] content)
    {
        string temporary = path + ".new";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
