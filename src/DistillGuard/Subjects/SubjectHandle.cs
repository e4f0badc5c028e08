// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Subjects;

/// <summary>A profile that is held: pinned against eviction and locked. The default value holds nothing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct SubjectHandle
{
    private readonly SubjectShard? _shard;
    private readonly int _entry;
    private readonly bool _isNew;

    public SubjectHandle(SubjectShard shard, int entry, bool isNew)
    {
        _shard = shard;
        _entry = entry;
        _isNew = isNew;
    }

    public SubjectProfile Profile(SubjectKind kind) =>
        _shard is null ? default : new SubjectProfile(kind, _shard.Key(_entry), _shard.Layout, _shard.State(_entry), _isNew);

    public void Release() => _shard?.Release(_entry);
}
