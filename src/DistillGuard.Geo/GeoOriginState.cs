// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Statistics;

namespace DistillGuard.Geo;

/// <summary>What <c>geo-origin</c> remembers of an account: 104 bytes, countries and counts only, never an address.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GeoOriginState
{
    public DecayingCount Clear;
    public DecayingCount Elsewhere;
    public RecentCountries Countries;
}
