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
            if (length is 0 or > MaximumLength)
            {
                throw new InvalidDataException(
                    $"{path}: the {what} has {length} bytes; 1 to {MaximumLength} are accepted. Fetch it again.");
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"{path}: the {what} cannot be read: {error.Message} Check the permissions of the file.", error);
        }
    }
}
