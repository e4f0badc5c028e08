// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Builder;

/// <summary>One row of the source: all addresses from first to last belong to one country.</summary>
/// <param name="First">First address, as a number.</param>
/// <param name="Last">Last address, inclusive.</param>
/// <param name="Country">The country; "not known" leaves a hole on purpose.</param>
internal readonly record struct CountryRange(UInt128 First, UInt128 Last, CountryCode Country);
