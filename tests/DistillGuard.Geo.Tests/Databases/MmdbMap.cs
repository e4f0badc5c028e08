// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Databases;

/// <summary>A map of a record to be written.</summary>
internal sealed class MmdbMap : Dictionary<string, object>
{
    public MmdbMap()
        : base(StringComparer.Ordinal)
    {
    }
}
