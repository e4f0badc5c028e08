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
        Stream? stream = null;
        try
        {
            stream = path == StandardInput
                ? Console.OpenStandardInput()
                : new FileStream(
                    path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite,
                    FileBufferBytes,
                    FileOptions.SequentialScan);
            return Decompress(stream, leaveOpen: false, path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException or InvalidDataException)
        {
            stream?.Dispose();
            (string reason, string remedy) = exception switch
            {
                FileNotFoundException or DirectoryNotFoundException => ("no such file", "check the path"),
                InvalidDataException => (exception.Message,
                    "write the file again, or rename it if it is not compressed"),
                _ => (exception.Message, "give the path of a readable file, or - for standard input"),
            };
            throw new TrafficLogException(
                path == StandardInput ? "standard input" : path, 0, 0, reason, remedy, exception);
        }
    }

    /// <summary>
    /// Gives the plain bytes of a stream; gzip is known by its first two bytes, whatever the name says.
    /// </summary>
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

        throw new InvalidDataException("the name ends in .gz but the content is not gzip");
    }
}
