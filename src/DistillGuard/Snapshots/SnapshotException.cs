// SPDX-License-Identifier: MIT

namespace DistillGuard.Snapshots;

/// <summary>A snapshot was refused. The guard is as empty as before; the message says where, what, why and what to do.</summary>
public sealed class SnapshotException : Exception
{
    internal SnapshotException(SnapshotFault fault, string message, Exception? cause = null)
        : base(message, cause) => Fault = fault;

    /// <summary>Why it was refused.</summary>
    public SnapshotFault Fault { get; }
}
