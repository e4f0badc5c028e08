// SPDX-License-Identifier: MIT

using System.Security.Cryptography;
using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules.Packs;

/// <summary>Rule documents that belong together, with a name, a version and the checksum of every file. Immutable.</summary>
/// <remarks>
/// A pack is a folder, or a zip file, with <c>pack.json</c> and the files it lists, and nothing else. <c>pack.sig</c> may sign
/// <c>pack.json</c>; its checksums cover the rest.
/// </remarks>
public sealed class RulePack
{
    /// <summary>Name of the manifest.</summary>
    internal const string ManifestName = "pack.json";

    /// <summary>Name of the signature: base64 of the ECDSA P-256 signature of the manifest's bytes, in IEEE P1363 form.</summary>
    internal const string SignatureName = "pack.sig";

    private const string CasesSuffix = ".cases.json";

    private RulePack(PackManifest manifest, IReadOnlyDictionary<string, byte[]> files, bool isSigned)
    {
        Name = manifest.Name;
        Version = manifest.Version;
        IsSigned = isSigned;
        Files = files;
        Sources = [.. manifest.Files
            .Where(file => !file.Path.EndsWith(CasesSuffix, StringComparison.Ordinal) && file.Path.EndsWith(".json", StringComparison.Ordinal))
            .Select(file => new RuleSetSource($"{Name} {Version}/{file.Path}", files[file.Path]))];
    }

    /// <summary>Name of the pack.</summary>
    public string Name { get; }

    /// <summary>Version of the pack.</summary>
    public Version Version { get; }

    /// <summary>Whether the manifest was signed with the trusted key; false as well when no key was given to check with.</summary>
    public bool IsSigned { get; }

    /// <summary>The rule documents, case files left out: for <see cref="DistillationGuardBuilder.UseRules"/> or <see cref="RuleSet.Compile(IReadOnlyList{RuleSetSource})"/>.</summary>
    public IReadOnlyList<RuleSetSource> Sources { get; }

    /// <summary>Every file of the pack by its path, the manifest and the signature included.</summary>
    internal IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>Loads a pack and checks it: every file listed is there, none else, and each has its checksum.</summary>
    /// <param name="path">A folder, or a zip file.</param>
    /// <param name="trustedKey">
    /// The public key that must have signed the pack, ECDSA P-256 in PEM; null accepts any pack whose checksums are right.
    /// </param>
    /// <exception cref="RuleSetException">The pack is incomplete, changed, or not signed with the key; the exception lists everything.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="ArgumentException">The key is none.</exception>
    public static RulePack Load(string path, string? trustedKey = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return FromFiles(path, PackFiles.Read(path), trustedKey);
    }

    /// <summary>Checks the files of a pack.</summary>
    internal static RulePack FromFiles(string name, IReadOnlyDictionary<string, byte[]> files, string? trustedKey)
    {
        List<RuleDiagnostic> found = [];
        var diagnostics = new DiagnosticList(name, found);
        PackManifest? manifest = PackManifest.Read(files, diagnostics);
        bool isSigned = trustedKey is not null && IsSignedWith(trustedKey, files, diagnostics);
        if (manifest is not null)
        {
            CheckFiles(manifest, files, diagnostics);
        }

        return found.Count == 0 ? new RulePack(manifest!, files, isSigned) : throw new RuleSetException(found);
    }

    private static void CheckFiles(PackManifest manifest, IReadOnlyDictionary<string, byte[]> files, DiagnosticList diagnostics)
    {
        foreach (PackFile file in manifest.Files)
        {
            if (!files.TryGetValue(file.Path, out byte[]? content))
            {
                diagnostics.Add(
                    RuleDiagnosticCodes.PackFile, file.Place, "The file is listed and missing.", "Get the pack again.", RuleJsonNode.Shorten(file.Path));
            }
            else if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(content)), file.Sha256, StringComparison.Ordinal))
            {
                diagnostics.Add(
                    RuleDiagnosticCodes.PackChecksum,
                    file.Place,
                    "The file is not the one that was packed: its SHA-256 differs.",
                    "Get the pack again; if you changed the file, pack it anew.",
                    RuleJsonNode.Shorten(file.Path));
            }
        }

        foreach (string path in files.Keys.Order(StringComparer.Ordinal))
        {
            if (path is not (ManifestName or SignatureName) && !manifest.Files.Any(file => file.Path == path))
            {
                diagnostics.Add(
                    RuleDiagnosticCodes.PackFile,
                    new Place("$.files", 1, 1),
                    "The file is not listed.",
                    "Remove it, or pack it.",
                    RuleJsonNode.Shorten(path));
            }
        }
    }

    private static bool IsSignedWith(string trustedKey, IReadOnlyDictionary<string, byte[]> files, DiagnosticList diagnostics)
    {
        bool isSigned = files.TryGetValue(SignatureName, out byte[]? signature)
            && files.TryGetValue(ManifestName, out byte[]? manifest)
            && PackSignature.Verify(manifest, signature, trustedKey);
        if (!isSigned)
        {
            diagnostics.Add(
                RuleDiagnosticCodes.PackSignature,
                new Place("$", 1, 1),
                signature is null ? "The pack is not signed, and a key is pinned." : "The signature is not of the pinned key, or the manifest was changed after it.",
                "Get the pack from its author again, or pin the key it is signed with now.");
        }

        return isSigned;
    }
}
