// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Tables;

/// <summary>A country table as read: value <c>n</c> of a range means <c>Codes[n - 1]</c>, 0 means no country.</summary>
internal sealed record DecodedCountryTable(CountryTableHeader Header, string[] Codes, AddressRangeTable Ranges);
