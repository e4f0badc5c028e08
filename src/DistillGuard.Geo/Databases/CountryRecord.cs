// SPDX-License-Identifier: MIT

using MaxMind.Db;

namespace DistillGuard.Geo.Databases;

/// <summary>A <c>country</c> or <c>registered_country</c> of a nested record; names and numbers are left out.</summary>
internal sealed class CountryRecord
{
    [MapKey("iso_code")]
    public string? IsoCode { get; init; }
}
