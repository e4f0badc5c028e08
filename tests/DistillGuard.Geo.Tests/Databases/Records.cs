// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Databases;

/// <summary>Database records as their makers lay them out.</summary>
internal static class Records
{
    public static MmdbMap Flat(string code) => new() { ["country_code"] = code };

    /// <summary>As in GeoLite2-City, with members that do not matter here.</summary>
    public static MmdbMap Nested(string? country, string? registered, params string[] traits)
    {
        var record = new MmdbMap
        {
            ["city"] = new MmdbMap { ["names"] = Names("a city whose name is longer than 29 bytes") },
            ["continent"] = new MmdbMap { ["code"] = "EU", ["iso_code"] = "EU" },
            ["location"] = new MmdbMap { ["latitude"] = 51.5, ["accuracy_radius"] = (ushort)100 },
            ["subdivisions"] = new object[] { new MmdbMap { ["iso_code"] = "XX" } },
        };
        if (country is not null)
        {
            record["country"] = new MmdbMap
            {
                ["geoname_id"] = 2_921_044U,
                ["names"] = Names(country),
                ["iso_code"] = country,
            };
        }

        if (registered is not null)
        {
            record["registered_country"] = new MmdbMap
            {
                ["iso_code"] = registered,
                ["is_in_european_union"] = true,
            };
        }

        if (traits.Length > 0)
        {
            var flags = new MmdbMap();
            foreach (string trait in traits)
            {
                flags[trait] = true;
            }

            record["traits"] = flags;
        }

        return record;
    }

    private static MmdbMap Names(string name) => new() { ["en"] = name, ["de"] = name };
}
