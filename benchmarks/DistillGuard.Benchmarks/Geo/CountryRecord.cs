// SPDX-License-Identifier: MIT

using MaxMind.Db;

namespace DistillGuard.Benchmarks.Geo;

/// <summary>The part of a country database that MaxMind.Db reads in the benchmark.</summary>
public sealed class CountryRecord
{
    [Constructor]
    public CountryRecord(CountryName? country) => Country = country;

    public CountryName? Country { get; }
}
