// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Output;

/// <summary>Puts an output file in place whole: it is written beside its place and then renamed.</summary>
internal sealed class WholeFile
{
    private readonly string _option;
    private readonly string _path;

    /// <summary>Names a file.</summary>
    /// <param name="option">The option that names it, for messages.</param>
    /// <param name="path">Its path.</param>
    public WholeFile(string option, string path)
    {
        _option = option;
        _path = path;
    }

    /// <summary>Checks, before hours of reading, that the file can be written.</summary>
    /// <param name="example">A file name for the remedy.</param>
    /// <param name="inputs">Files that it must not replace.</param>
    /// <exception cref="ToolException">It cannot, or would replace one of the inputs.</exception>
    public void CheckTarget(string example, IEnumerable<string> inputs)
    {
        string full = FullPath(_path);
        if (Directory.Exists(full))
        {
            throw Refused($"this is a directory; give a file in it, for example {Path.Join(_path, example)}.");
        }

        string? folder = Path.GetDirectoryName(full);
        if (!Directory.Exists(folder))
        {
            throw Refused($"there is no directory {folder}; make it first, or give another place.");
        }

        if (inputs.Any(input => FullPath(input) == full))
        {
            throw Refused("this is also an input and would be lost; give the output another name.");
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="ToolException">The medium refuses. Nothing half written is left behind.</exception>
    public void Write(Action<Stream> write, CancellationToken cancellation)
    {
        if (IsDevice)
        {
            WriteTo(_path, write);
            return;
        }

        string temporary = $"{_path}.{Environment.ProcessId}.tmp";
        try
        {
            WriteTo(temporary, write);
            cancellation.ThrowIfCancellationRequested();
            File.Move(temporary, _path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(exception);
        }
        finally
        {
            Remove(temporary);
        }
    }

    // A rename would put a plain file in the place of /dev/null or of a shell's >(…).
    private bool IsDevice => !OperatingSystem.IsWindows() && FullPath(_path).StartsWith("/dev/", StringComparison.Ordinal);

    private void WriteTo(string place, Action<Stream> write)
    {
        try
        {
            using FileStream stream = new(place, FileMode.Create, FileAccess.Write);
            write(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(exception);
        }
    }

    private ToolException Refused(Exception exception) =>
        Refused($"{exception.Message.TrimEnd('.')}; give a place where this user may write.", exception);

    private ToolException Refused(string why, Exception? exception = null) => new($"{_option} {_path}: {why}", exception);

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
