// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Findings;

/// <summary>Puts the findings file in place whole: it is written beside its place and then renamed.</summary>
internal static class FindingsFile
{
    /// <summary>Checks, before hours of scanning, that the file can be written.</summary>
    /// <exception cref="ToolException">It cannot, or would replace one of the inputs.</exception>
    public static void CheckTarget(string path, IEnumerable<string> inputs)
    {
        string full = FullPath(path);
        if (Directory.Exists(full))
        {
            throw new ToolException($"--findings {path}: this is a directory; give a file in it, for example " +
                $"{Path.Join(path, "findings.json")}.");
        }

        string? folder = Path.GetDirectoryName(full);
        if (!Directory.Exists(folder))
        {
            throw new ToolException($"--findings {path}: there is no directory {folder}; make it first, or give " +
                $"another place.");
        }

        foreach (string input in inputs)
        {
            if (FullPath(input) == full)
            {
                throw new ToolException($"--findings {path}: this is also an input and would be lost; give the " +
                    $"findings another name.");
            }
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="ToolException">The medium refuses. Nothing half written is left behind.</exception>
    public static void Write(string path, ScanResult result, CancellationToken cancellation)
    {
        if (IsDevice(path))
        {
            WriteTo(path, path, result);
            return;
        }

        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            WriteTo(temporary, path, result);
            cancellation.ThrowIfCancellationRequested();
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, exception);
        }
        finally
        {
            Remove(temporary);
        }
    }

    // A rename would put a plain file in the place of /dev/null or of a shell's >(…).
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && FullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    private static void WriteTo(string place, string path, ScanResult result)
    {
        try
        {
            using FileStream stream = new(place, FileMode.Create, FileAccess.Write);
            FindingsWriter.Write(stream, result);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, exception);
        }
    }

    private static ToolException Refused(string path, Exception exception) => new(
        $"--findings {path}: {exception.Message.TrimEnd('.')}; give a place where this user may write.", exception);

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary); // nothing happens when it was renamed
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The complaint about the file itself says more than one about its remains.
        }
    }

    private static string FullPath(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new ToolException($"'{path}' is not a path; {exception.Message}", exception);
        }
    }
}
