// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Regions;

namespace DistillGuard.Geo;

/// <summary>Reads and replaces the region policy of a guard that is at work.</summary>
public static class GeoOriginReload
{
    /// <summary>The region policy in use; <see langword="null"/> when the guard has no <c>geo-origin</c>.</summary>
    public static RegionPolicy? RegionsInUse(this DistillationGuard guard) => Find(guard)?.Regions.Current;

    /// <summary>Replaces the region policy whole: a request meets the old one or the new one.</summary>
    /// <param name="guard">The guard.</param>
    /// <param name="regions">The regions that the terms do not cover; <see cref="RegionPolicy.None"/> for none.</param>
    /// <exception cref="InvalidOperationException">The guard has no <c>geo-origin</c>, so nobody would ask the policy.</exception>
    public static void UseRegions(this DistillationGuard guard, RegionPolicy regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        GeoOriginDetector detector = Find(guard) ?? throw new InvalidOperationException(
            $"The guard has no {GeoOriginDetector.DetectorName}, so nobody would ask the region policy '{regions.Name}'; add it with {nameof(GeoOriginExtensions.AddGeoOrigin)} when the guard is built.");
        detector.Regions.Replace(regions);
    }

    private static GeoOriginDetector? Find(DistillationGuard guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return guard.Detectors.OfType<GeoOriginDetector>().FirstOrDefault();
    }
}
