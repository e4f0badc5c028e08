// SPDX-License-Identifier: MIT

using DistillGuard.TrafficLogs;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Scanning;

/// <summary>Looks on while a log is replayed.</summary>
internal interface IReplayObserver
{
    /// <summary>Takes note of an exchange and of what the guard says of it.</summary>
    void Note(in TrafficLogEntry entry, in Verdict verdict);
}
