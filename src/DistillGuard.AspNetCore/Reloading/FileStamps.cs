// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>Tells whether files are the same as before, without reading them.</summary>
/// <remarks>
/// By looking, not by being told: watchers of the file system miss changes on network shares and on mounted volumes that are swapped by a link, as
/// containers' configuration is.
/// </remarks>
internal static class FileStamps
{
    private const string Pattern = "*.json";

    /// <summary>Files, and the documents of folders, in the order of their names.</summary>
    public static IEnumerable<string> Expand(IEnumerable<string> paths) =>
        paths.SelectMany(Documents);

    /// <summary>Names, lengths and times of the last change; another text whenever one of them changes, comes or goes.</summary>
    public static string Of(IEnumerable<string> paths)
    {
        var stamp = new StringBuilder();
        try
        {
            foreach (string file in Expand(paths))
            {
                stamp.Append(file).Append('|').Append(Of(file)).Append('\n');
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            stamp.Append(error.GetType().Name); // a folder that may not be listed
        }

        return stamp.ToString();
    }

    private static IEnumerable<string> Documents(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, Pattern).Order(StringComparer.Ordinal) : [path];

    // Of the opened file, so that a link's target counts.
    private static string Of(string file)
    {
        try
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle handle =
                File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return string.Create(CultureInfo.InvariantCulture, $"{RandomAccess.GetLength(handle)}|{File.GetLastWriteTimeUtc(handle).Ticks}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.GetType().Name;
        }
    }
}
