// SPDX-License-Identifier: MIT

namespace DistillGuard.Snapshots;

/// <summary>An option that a snapshot depends on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="MayGrow">Whether a higher value here is room enough; otherwise it must be the same.</param>
internal readonly record struct SnapshotOption(string Name, long Value, bool MayGrow);
