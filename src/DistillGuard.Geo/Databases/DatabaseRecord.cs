// SPDX-License-Identifier: MIT

using MaxMind.Db;

namespace DistillGuard.Geo.Databases;

/// <summary>A record of a country, city or anonymous-network database, in one of the layouts makers use.</summary>
internal abstract class DatabaseRecord : DatabaseFlags
{
    [MapKey("country_code")]
    public string? FlatCode { get; init; }

    /// <summary>What the record says.</summary>
    public abstract MmdbReading ToReading();

    /// <summary>The country of two letters; not known where they are no assigned code.</summary>
    protected static CountryCode ReadCode(string? text) =>
        text is not null && CountryCode.TryParse(text, out CountryCode code) ? IsoCountries.OrUnknown(code) : default;
}
