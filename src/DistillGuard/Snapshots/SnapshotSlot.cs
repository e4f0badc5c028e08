// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard.Snapshots;

/// <summary>One state in every profile of a kind: who remembers what, and how many bytes of it.</summary>
internal readonly record struct SnapshotSlot(SubjectKind Kind, string Owner, string State, int Bytes)
{
    public override string ToString() => $"{Owner} ({State}, {Bytes} bytes of each {Kind})";
}
