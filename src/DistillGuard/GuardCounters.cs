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

    /// <summary>Detectors that threw and were skipped.</summary>
    public long Faults { get; init; }

    /// <summary>Accounts remembered.</summary>
    public int Accounts { get; init; }

    /// <summary>Subjects of all kinds forgotten to make room.</summary>
    public long Evictions { get; init; }
}
