// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Geo;

/// <summary>Room for a few countries inside a state.</summary>
[InlineArray(RecentCountries.Capacity)]
internal struct RecentCountryList
{
    private RecentCountry _first;
}
