// SPDX-License-Identifier: MIT

using DistillGuard.Rules;

namespace DistillGuard.Cli.Scanning;

/// <summary>Finds and reads the rule documents of <c>--rules</c>.</summary>
internal static class RuleFiles
{
    private const string Pattern = "*.json";

    /// <summary>Rule sets keep their test cases beside them; those are no rules.</summary>
    private const string CasesSuffix = ".cases.json";

    /// <summary>Reads files, and all rule files of folders and their subfolders, in the order of their names.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="builtIn">Documents that are in use already: a file must not be taken for one of them.</param>
    /// <exception cref="ToolException">A path cannot be read, or a folder holds no rules.</exception>
    public static IReadOnlyList<RuleSetSource> Read(IReadOnlyList<string> paths, IReadOnlyList<RuleSetSource> builtIn)
    {
        List<RuleSetSource> sources = [];
        foreach (string path in paths)
        {
            foreach (string file in Directory.Exists(path) ? FilesOf(path) : [path])
            {
                string name = builtIn.Any(source => source.Name == file) ? "./" + file : file;
                sources.Add(new RuleSetSource(name, ReadFile(file)));
            }
        }

        return sources;
    }

    private static List<string> FilesOf(string folder)
    {
        List<string> files =
        [
            .. Directory.EnumerateFiles(folder, Pattern, SearchOption.AllDirectories)
                .Where(file => !file.EndsWith(CasesSuffix, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
        return files.Count > 0
            ? files
            : throw new ToolException($"--rules {folder}: the folder holds no rule file ({Pattern}); give another, " +
                $"or leave it out.");
    }

    private static byte[] ReadFile(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException(
                $"--rules {file}: no such file or folder; check the path. --rules takes every path behind it, so put " +
                    $"the logs before it.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"--rules {file}: {exception.Message.TrimEnd('.')}; give a readable " +
                $"file.", exception);
        }
    }
}
