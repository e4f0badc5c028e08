// SPDX-License-Identifier: MIT

namespace DistillGuard.Snapshots;

/// <summary>Why a snapshot was refused.</summary>
public enum SnapshotFault
{
    /// <summary>It does not begin as a snapshot does.</summary>
    NotASnapshot,

    /// <summary>It was written in a format that this version does not read.</summary>
    OtherVersion,

    /// <summary>It ends before its end: a copy or a write was interrupted.</summary>
    CutShort,

    /// <summary>Its bytes are not those that were written.</summary>
    Damaged,

    /// <summary>It was written on a machine with another byte order.</summary>
    OtherMachine,

    /// <summary>It was made with another secret, or by a version that cuts texts into other pieces: its hashes mean nothing here.</summary>
    OtherSecret,

    /// <summary>Detectors were added, removed or changed: what is remembered of a subject has another shape here.</summary>
    OtherLayout,

    /// <summary>A limit of this guard is too low for what it holds, or an option that shaped it differs.</summary>
    OtherOptions,
}
