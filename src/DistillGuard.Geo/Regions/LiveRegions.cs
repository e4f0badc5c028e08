// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Regions;

/// <summary>The region policy in use. A reload swaps it whole; a request reads it once. Safe on any thread.</summary>
internal sealed class LiveRegions
{
    private volatile RegionPolicy _current;

    public LiveRegions(RegionPolicy initial) => _current = initial;

    public RegionPolicy Current => _current;

    public void Replace(RegionPolicy next) => _current = next;
}
