// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>What asking for the next line gave.</summary>
internal enum LineStatus : byte
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A line longer than allowed; it was passed over.</summary>
    TooLong,

    /// <summary>Nothing: the log has ended.</summary>
    End,
}
