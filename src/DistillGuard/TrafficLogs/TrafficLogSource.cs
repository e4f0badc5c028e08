// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>Opens what a log is read from and undoes its compression.</summary>
internal static class TrafficLogSource
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    private const int FileBufferBytes = 64 * 1024;

    public static Stream Open(string path)
    {
        bool isStandardInput = path == StandardInput;
        try
        {
            Stream stream = isStandardInput
                ? Console.OpenStandardInput()
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, FileBufferBytes, FileOptions.SequentialScan);
            return Decompress(stream, leaveOpen: false, path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unopened(path, "no such file", "check the path", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            throw Unopened(path, exception.Message, "give the path of a readable file, or - for standard input", exception);
        }
        catch (InvalidDataException exception)
        {
            throw Unopened(path, exception.Message, "write the file again, or rename it if it is not compressed", exception);
        }
    }

    /// <summary>Gives the plain bytes of a stream; gzip is known by its first two bytes, whatever the name says.</summary>
    /// <exception cref="InvalidDataException">Gzip was promised and something else found.</exception>
    public static Stream Decompress(Stream stream, bool leaveOpen, bool mustBeGzip)
    {
        var peeked = new PeekedStream(stream, leaveOpen);
        if (peeked.First is [0x1F, 0x8B])
        {
            return new GzipLogStream(peeked);
        }

        if (!mustBeGzip)
        {
            return peeked;
        }

        peeked.Dispose();
        throw new InvalidDataException("the name ends in .gz but the content is not gzip");
    }

    private static TrafficLogException Unopened(string path, string reason, string remedy, Exception exception) =>
        new(path == StandardInput ? "standard input" : path, 0, 0, reason, remedy, exception);
}
