// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>The bounds a <see cref="TrafficLogReader"/> keeps.</summary>
public sealed class TrafficLogReaderOptions
{
    /// <summary>
    /// Longest line read, in bytes with its line end. A longer line is skipped, counted and never held. Default: 64
    /// MiB. Range: 256 bytes to 1 GiB.
    /// </summary>
    public int MaximumLineBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// How many problems are kept with their place and words; all are counted. Default: 100. Range: 0 to 100,000.
    /// </summary>
    public int MaximumProblems { get; init; } = 100;

    internal void Validate()
    {
        if (MaximumLineBytes is < 256 or > 1024 * 1024 * 1024)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaximumLineBytes), MaximumLineBytes, "Give between 256 bytes and 1 GiB (1073741824).");
        }

        if (MaximumProblems is < 0 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaximumProblems), MaximumProblems, "Give between 0 and 100000.");
        }
    }
}
