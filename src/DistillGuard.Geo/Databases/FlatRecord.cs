// SPDX-License-Identifier: MIT

using MaxMind.Db;

namespace DistillGuard.Geo.Databases;

/// <summary>The layout whose <c>country</c> is text: two letters, or a name beside <c>country_code</c>.</summary>
internal sealed class FlatRecord : DatabaseRecord
{
    [MapKey("country")]
    public string? Country { get; init; }

    [MapKey("registered_country")]
    public string? Registered { get; init; }

    /// <inheritdoc/>
    public override MmdbReading ToReading()
    {
        var reading = new MmdbReading
        {
            FlatCode = ReadCode(FlatCode),
            Country = ReadCode(Country),
            Registered = ReadCode(Registered),
        };
        AddTo(ref reading);
        return reading;
    }
}
