// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>A traffic log could not be opened, or could not be read to its end.</summary>
/// <remarks>
/// Bad lines never throw; see <see cref="TrafficLogProblem"/>. The message names the log, the place, the reason and the
/// remedy.
/// </remarks>
public sealed class TrafficLogException : Exception
{
    /// <summary>Describes where and why reading stopped.</summary>
    /// <param name="log">Name of the log, for example its path.</param>
    /// <param name="line">Number of the last line read whole; 0 when there was none.</param>
    /// <param name="position">Bytes of (decompressed) log taken in before the trouble.</param>
    /// <param name="reason">What is wrong, as the end of a sentence.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="innerException">The cause.</param>
    public TrafficLogException(
        string log, long line, long position, string reason, string remedy, Exception? innerException = null)
        : base($"{log}, after line {line} (byte {position}): {reason}; {remedy}.", innerException)
    {
        Log = log;
        Line = line;
        Position = position;
        Reason = reason;
        Remedy = remedy;
    }

    /// <summary>Name of the log.</summary>
    public string Log { get; }

    /// <summary>Number of the last line read whole, counted from 1; 0 when there was none.</summary>
    public long Line { get; }

    /// <summary>Bytes of (decompressed) log taken in before the trouble.</summary>
    public long Position { get; }

    /// <summary>What is wrong.</summary>
    public string Reason { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
