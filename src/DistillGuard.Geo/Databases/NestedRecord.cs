// SPDX-License-Identifier: MIT

using MaxMind.Db;

namespace DistillGuard.Geo.Databases;

/// <summary>
/// The layout of GeoLite2, GeoIP2 and DB-IP: countries are maps. Also fits files with <c>country_code</c> alone.
/// </summary>
internal sealed class NestedRecord : DatabaseRecord
{
    [MapKey("country")]
    public CountryRecord? Country { get; init; }

    [MapKey("registered_country")]
    public CountryRecord? Registered { get; init; }

    [MapKey("traits")]
    public TraitsRecord? Traits { get; init; }

    /// <inheritdoc/>
    public override MmdbReading ToReading()
    {
        var reading = new MmdbReading
        {
            FlatCode = ReadCode(FlatCode),
            Country = ReadCode(Country?.IsoCode),
            Registered = ReadCode(Registered?.IsoCode),
        };
        AddTo(ref reading);
        Traits?.AddTo(ref reading);
        return reading;
    }
}
