// SPDX-License-Identifier: MIT

namespace DistillGuard.Snapshots;

/// <summary>What a snapshot holds, in numbers. Immutable.</summary>
/// <param name="Saved">When it was saved, as the saver said.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Subjects">Subjects of all kinds.</param>
/// <param name="Accounts">Accounts among them.</param>
/// <param name="Groups">Groups that the analysis plane knows, accused or not.</param>
public sealed record SnapshotSummary(DateTimeOffset Saved, long Bytes, long Subjects, long Accounts, int Groups);
