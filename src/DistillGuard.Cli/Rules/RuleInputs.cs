// SPDX-License-Identifier: MIT

using DistillGuard.Rules;
using DistillGuard.Rules.Workshop;

namespace DistillGuard.Cli.Rules;

/// <summary>Finds rule documents, and the case files that lie beside them.</summary>
internal sealed class RuleInputs
{
    private const string Pattern = "*.json";
    private const string CasesSuffix = ".cases.json";
    private const string PackManifest = "pack.json";

    private static readonly string[] CaseFolders = ["cases", "Cases"];

    private RuleInputs(IReadOnlyList<RuleSetSource> sources, IReadOnlyList<string> folders)
    {
        Sources = sources;
        Folders = folders;
    }

    /// <summary>The documents, in the order of their names.</summary>
    public IReadOnlyList<RuleSetSource> Sources { get; }

    /// <summary>The folders they lie in.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>Reads files, and all rule files of folders and their subfolders.</summary>
    /// <exception cref="ToolException">A path cannot be read, or a folder holds no rules.</exception>
    public static RuleInputs Read(IReadOnlyList<string> paths)
    {
        List<RuleSetSource> sources = [];
        SortedSet<string> folders = new(StringComparer.Ordinal);
        foreach (string file in paths.SelectMany(path => Directory.Exists(path) ? FilesOf(path) : [path]))
        {
            sources.Add(new RuleSetSource(file, ReadFile(file, "give a rule file, or a folder of them.")));
            folders.Add(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }

        return new RuleInputs(sources, [.. folders]);
    }

    /// <summary>The case files of rules: of a folder that is named, or of the places where they are looked for.</summary>
    /// <param name="rules">Ids of the rules.</param>
    /// <param name="folder">A folder of case files, or null: beside the rules, and in a folder <c>cases</c> there.</param>
    /// <exception cref="ToolException">The folder is not there, or a case file has mistakes.</exception>
    public IReadOnlyList<RuleCaseFile> ReadCases(IEnumerable<string> rules, string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new ToolException($"--cases {folder}: no such folder; give the folder of the case files.");
        }

        IReadOnlyList<string> places = folder is not null ? [folder] : [.. Folders, .. Folders.SelectMany(Below)];
        List<RuleCaseFile> files = [];
        foreach (string rule in rules)
        {
            string? path = places
                .SelectMany(place => new[] { Path.Join(place, rule + CasesSuffix), Path.Join(place, rule + ".json") })
                .FirstOrDefault(path => File.Exists(path) && (folder is not null || IsCaseFile(path)));
            if (path is not null)
            {
                files.Add(ReadCaseFile(rule, path));
            }
        }

        return files;
    }

    private static IEnumerable<string> Below(string folder) => CaseFolders.Select(name => Path.Join(folder, name));

    private static bool IsCaseFile(string path) =>
        path.EndsWith(CasesSuffix, StringComparison.OrdinalIgnoreCase)
        || CaseFolders.Contains(Path.GetFileName(Path.GetDirectoryName(path)), StringComparer.Ordinal);

    private static RuleCaseFile ReadCaseFile(string rule, string path)
    {
        try
        {
            return RuleCaseFile.Read(rule, new RuleSetSource(path, ReadFile(path, "give a readable file.")));
        }
        catch (RuleSetException exception)
        {
            throw new ToolException(exception.Diagnostics[0].ToString(), exception);
        }
    }

    private static List<string> FilesOf(string folder)
    {
        List<string> files =
        [
            .. Directory.EnumerateFiles(folder, Pattern, SearchOption.AllDirectories)
                .Where(file => !IsCaseFile(file) && Path.GetFileName(file) != PackManifest)
                .Order(StringComparer.Ordinal),
        ];
        return files.Count > 0 ? files : throw new ToolException($"{folder}: the folder holds no rule file ({Pattern}); give another.");
    }

    private static byte[] ReadFile(string file, string remedy)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException($"{file}: no such file or folder; {remedy}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"{file}: {exception.Message.TrimEnd('.')}; {remedy}", exception);
        }
    }
}
