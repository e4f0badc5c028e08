// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo;

/// <summary>Reads the files an operator names, with errors that say file, reason and remedy.</summary>
internal static class OriginFile
{
    /// <summary>The largest file read: 1 GiB. City databases of 2026 have about 60 MiB.</summary>
    public const long MaximumLength = 1L << 30;

    /// <summary>The whole file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="what">What it should be, for the message.</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It cannot be read, is empty or too large.</exception>
    public static byte[] ReadAllBytes(string path, string what)
    {
        using FileStream file = Open(path, what);
        try
        {
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (IOException error)
        {
            throw Unreadable(path, what, error);
        }
    }

    /// <summary>The file, opened for reading.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="what">What it should be, for the message.</param>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It cannot be opened, is empty or too large.</exception>
    public static FileStream Open(string path, string what)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
        {
            string reason = Directory.Exists(path) ? "it is a folder" : "there is no such file";
            throw new FileNotFoundException(
                $"{path}: {reason}. Name an existing {what}, or leave it out of the options.", path);
        }

        try
        {
            long length = new FileInfo(path).Length;
            return length is > 0 and <= MaximumLength
                ? File.OpenRead(path)
                : throw new InvalidDataException(
                    $"{path}: the {what} has {length} bytes; 1 to {MaximumLength} are accepted. Fetch it again.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, what, error);
        }
    }

    private static InvalidDataException Unreadable(string path, string what, Exception error) => new(
        $"{path}: the {what} cannot be read: {error.Message} Check the permissions of the file.", error);
}
