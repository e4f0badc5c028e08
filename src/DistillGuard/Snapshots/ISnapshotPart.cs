// SPDX-License-Identifier: MIT

namespace DistillGuard.Snapshots;

/// <summary>Something that a snapshot holds: it writes itself, and reads itself back into an empty place of the same shape.</summary>
internal interface ISnapshotPart
{
    /// <summary>Writes everything that a later process needs to go on as if nothing had happened.</summary>
    void Save(SnapshotWriter writer);

    /// <summary>Takes over what was written. The place is empty; when it throws, the place is thrown away or cleared.</summary>
    void Load(SnapshotReader reader);
}
