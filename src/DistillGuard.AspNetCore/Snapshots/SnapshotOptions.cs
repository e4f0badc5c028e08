// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Snapshots;

/// <summary>Where and how often the guard's memory is saved.</summary>
public sealed class SnapshotOptions : IGuardOptions
{
    /// <summary>
    /// The file; its folder must exist and be writable. The snapshot before it stands beside it as <c>.previous</c>, one that was refused as
    /// <c>.refused</c>. Required. Nodes do not share a file.
    /// </summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>How often it is saved, besides at shutdown: a crash loses at most that. Ten seconds to one day; default five minutes.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange("Snapshots." + nameof(Interval), Interval, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1));
        if (string.IsNullOrWhiteSpace(Path))
        {
            problems.Add($"Snapshots.{nameof(Path)} is empty; give the path of the file that the guard's memory is saved to.");
        }
    }
}
