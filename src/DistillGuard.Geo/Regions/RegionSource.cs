// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Regions;

/// <summary>Where a region policy comes from.</summary>
/// <param name="Url">The page or document.</param>
/// <param name="Date">When it was published or read, as exactly as is known; free text.</param>
/// <param name="Note">What was taken from it and how.</param>
public sealed record RegionSource(Uri Url, string Date, string Note);
