// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules.Packs;

/// <summary>What a pack says of itself: <c>pack.json</c>.</summary>
internal sealed class PackManifest
{
    public const int FormatVersion = 1;

    private const int MostFiles = 1000;
    private const int LongestPath = 200;
    private const int Sha256Digits = 64;

    private static readonly string[] Members = ["format", "name", "version", "files"];
    private static readonly string[] FileMembers = ["path", "sha256"];

    private PackManifest(string name, Version version, IReadOnlyList<PackFile> files)
    {
        Name = name;
        Version = version;
        Files = files;
    }

    public string Name { get; }

    public Version Version { get; }

    public IReadOnlyList<PackFile> Files { get; }

    /// <summary>The manifest among the files of a pack, or null when it is missing or has mistakes.</summary>
    public static PackManifest? Read(IReadOnlyDictionary<string, byte[]> files, DiagnosticList diagnostics)
    {
        if (!files.TryGetValue(RulePack.ManifestName, out byte[]? content))
        {
            diagnostics.Add(
                RuleDiagnosticCodes.PackShape,
                new Place("$", 1, 1),
                $"There is no {RulePack.ManifestName}, so this is no pack.",
                "Make it with 'distillguard rules pack'.");
            return null;
        }

        int before = diagnostics.Count;
        if (RuleJsonParser.Parse(content, diagnostics) is not { } root)
        {
            return null;
        }

        var members = new MemberReader(root, Members, diagnostics);
        members.Number("format", FormatVersion, FormatVersion, whole: true);
        string name = members.Text("name", 60);
        Version version = ReadVersion(members, diagnostics);
        List<PackFile> listed = [];
        foreach (RuleJsonNode node in members.List("files", 1, MostFiles))
        {
            var file = new MemberReader(node, FileMembers, diagnostics);
            listed.Add(new PackFile(file.Text("path", LongestPath), file.Text("sha256", Sha256Digits), node.Place));
        }

        if (diagnostics.Count == before)
        {
            CheckNames(name, listed, members, diagnostics);
        }

        return diagnostics.Count > before ? null : new PackManifest(name, version, listed);
    }

    /// <summary>Whether a text is three numbers with points between.</summary>
    public static bool IsVersion(string text, out Version version)
    {
        bool isVersion = Version.TryParse(text, out Version? parsed) && parsed.Build >= 0 && parsed.Revision < 0 && parsed.ToString() == text;
        version = isVersion ? parsed! : new Version();
        return isVersion;
    }

    /// <summary>Whether a path stays inside the pack, on every system.</summary>
    public static bool IsInside(string path) =>
        path.Length > 0
        && path.IndexOfAny(['\\', ':', '\0']) < 0
        && Array.TrueForAll(path.Split('/'), step => step is not ("" or "." or ".."));

    private static void CheckNames(string name, List<PackFile> files, MemberReader members, DiagnosticList diagnostics)
    {
        if (!RuleReader.IsId(name))
        {
            diagnostics.Add(
                RuleDiagnosticCodes.BadId,
                members.Find("name")!.Place,
                "A pack's name is lower-case letters, digits and single hyphens, and starts with a letter.",
                "Write it like \"acme-rules\".",
                RuleJsonNode.Shorten(name));
        }

        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (PackFile file in files.Where(file => !IsInside(file.Path) || !seen.Add(file.Path)))
        {
            diagnostics.Add(
                RuleDiagnosticCodes.PackFile,
                file.Place,
                "The path leads out of the pack, or is listed twice.",
                "Use each path once, with single slashes and without \"..\".",
                RuleJsonNode.Shorten(file.Path));
        }
    }

    private static Version ReadVersion(MemberReader members, DiagnosticList diagnostics)
    {
        string text = members.Text("version", 40);
        if (text.Length > 0 && !IsVersion(text, out _))
        {
            diagnostics.Add(
                RuleDiagnosticCodes.PackVersion,
                members.Find("version")!.Place,
                "This is no version.",
                "Write three numbers, like \"1.2.0\".",
                RuleJsonNode.Shorten(text));
        }

        return IsVersion(text, out Version version) ? version : new Version();
    }
}
