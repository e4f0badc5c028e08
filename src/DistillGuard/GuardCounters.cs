// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard;

/// <summary>What a guard has done since it was built. A snapshot; it names no account.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GuardCounters
{
    /// <summary>Requests evaluated.</summary>
    public long Evaluated { get; init; }

    /// <summary>Requests not evaluated, whatever the reason.</summary>
    public long NotEvaluated { get; init; }

    /// <summary>Outcomes observed.</summary>
    public long Observed { get; init; }

    /// <summary>Signals that found no room.</summary>
    public long DroppedSignals { get; init; }

    /// <summary>Requests that wait for the analysis plane to take them in.</summary>
    public int WaitingRecords { get; init; }

    /// <summary>Detectors and analyzers that threw and were skipped.</summary>
    public long Faults { get; init; }

    /// <summary>Accounts remembered.</summary>
    public int Accounts { get; init; }

    /// <summary>Subjects of all kinds forgotten to make room.</summary>
    public long Evictions { get; init; }

    /// <summary>
    /// Accounts, pieces, memberships and links that the analysis plane forgot to make room, before their time: not the same as
    /// <see cref="Evictions"/>. Raise the limits of <see cref="GuardOptions.Groups"/> when it grows fast.
    /// </summary>
    public long GroupEvictions { get; init; }

    /// <summary>
    /// Exchanges that the analysis plane did not take in, or not wholly: <see cref="DistillationGuard.Analyze(DateTimeOffset)"/> is called too rarely, or a limit is far
    /// too small beside the others.
    /// </summary>
    public long GroupDrops { get; init; }
}
