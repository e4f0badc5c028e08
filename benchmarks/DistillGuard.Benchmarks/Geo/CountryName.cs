// SPDX-License-Identifier: MIT

using MaxMind.Db;

namespace DistillGuard.Benchmarks.Geo;

/// <summary>A country inside a <see cref="CountryRecord"/>.</summary>
public sealed class CountryName
{
    [Constructor]
    public CountryName([MapKey("iso_code")] string? isoCode) => IsoCode = isoCode;

    public string? IsoCode { get; }
}
