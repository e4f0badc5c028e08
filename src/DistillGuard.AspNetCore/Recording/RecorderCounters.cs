// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>What the recorder has done since the start. A snapshot; it names no account.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecorderCounters
{
    /// <summary>Lines written.</summary>
    public long Written { get; init; }

    /// <summary>Of them, those that came behind a later one: their answers took longer than <see cref="RecorderOptions.ReorderWindow"/>.</summary>
    public long Late { get; init; }

    /// <summary>Exchanges without an account, which the format has no line for.</summary>
    public long WithoutAccount { get; init; }

    /// <summary>Bodies that were not known, or no JSON object: their lines hold an empty one.</summary>
    public long WithoutBody { get; init; }

    /// <summary>Exchanges not recorded because too many, or too large ones, were under way.</summary>
    public long Dropped { get; init; }

    /// <summary>Lines lost because the disk was full or the folder could not be written.</summary>
    public long Lost { get; init; }

    /// <summary>Files begun: one at the start, and one whenever a file was full, a day was over or a file could not be written.</summary>
    public long Files { get; init; }

    /// <summary>Exchanges under way or waiting to be written.</summary>
    public int Waiting { get; init; }

    /// <summary>Bytes of bodies held for them.</summary>
    public long HeldBytes { get; init; }
}
