// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>One kind of what can be replaced, as it is now. Immutable.</summary>
public sealed record ReloadState
{
    /// <summary>What it is.</summary>
    public required ReloadKind Kind { get; init; }

    /// <summary>The files and folders that are watched; empty when none are.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Name and version of what is in use.</summary>
    public required string Version { get; init; }

    /// <summary>The day that what is in use describes: of a calibration the end of its traffic; <see langword="null"/> where it says none.</summary>
    public DateTimeOffset? Dated { get; init; }

    /// <summary>When the files were last taken over; <see langword="null"/> when they never were.</summary>
    public DateTimeOffset? Applied { get; init; }

    /// <summary>When that was last tried; <see langword="null"/> when it never was.</summary>
    public DateTimeOffset? Attempted { get; init; }

    /// <summary>How that ended.</summary>
    public ReloadOutcome Outcome { get; init; }

    /// <summary>Why the files were not usable, every reason; <see langword="null"/> when they were.</summary>
    public string? Problem { get; init; }
}
