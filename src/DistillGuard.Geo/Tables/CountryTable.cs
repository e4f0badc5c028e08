// SPDX-License-Identifier: MIT

using System.Reflection;

namespace DistillGuard.Geo.Tables;

/// <summary>
/// The country a network is registered in, from the statistics of the five regional internet registries. Immutable; safe on
/// any thread; a look-up allocates nothing.
/// </summary>
/// <remarks>
/// It tells the country of <em>registration</em>. That fits most access networks and says little of where a cloud server
/// stands. <c>docs/detectors/geo-origin.md</c> gives the measured accuracy.
/// </remarks>
public sealed class CountryTable : IAddressOriginSource
{
    private const string ResourceName = "DistillGuard.Geo.Tables.country.br";

    private static readonly Lazy<CountryTable> Shared = new(ReadEmbedded);

    // Registration in Singapore is right for 70 of 100 addresses only: much of its space serves Hong Kong and others.
    private static readonly CountryCode Singapore = CountryCode.Parse("SG");

    private readonly DecodedCountryTable _table;
    private readonly AddressOrigin[] _origins;

    private CountryTable(DecodedCountryTable table)
    {
        _table = table;
        _origins = new AddressOrigin[table.Codes.Length + 1];
        for (int position = 0; position < table.Codes.Length; position++)
        {
            CountryCode country = IsoCountries.OrUnknown(CountryCode.Parse(table.Codes[position]));
            _origins[position + 1] = country.IsKnown ? Describe(country) : default;
        }
    }

    /// <summary>Gets the table inside the package, decoded at first use (a few milliseconds, about 2 MB) and shared.</summary>
    public static CountryTable Embedded => Shared.Value;

    /// <inheritdoc/>
    public string Name => "registration table";

    /// <inheritdoc/>
    public DateOnly DataDate => _table.Header.DataDate;

    /// <summary>The name of the data the table was made from.</summary>
    public string SourceName => _table.Header.SourceName;

    /// <summary>The version of the data the table was made from.</summary>
    public string SourceVersion => _table.Header.SourceVersion;

    internal DecodedCountryTable Decoded => _table;

    /// <summary>Reads a table that the refresh tool wrote, to use newer data than the package carries.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no country table; the message names file, reason and remedy.</exception>
    public static CountryTable Load(string path)
    {
        byte[] bytes = OriginFile.ReadAllBytes(path, "country table");
        try
        {
            return new CountryTable(CountryTableDecoder.Decode(bytes));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(
                $"{path}: not a usable country table: {error.Message}. Build it again with DistillGuard.Geo.Builder, " +
                "or leave it out to use the table inside the package.",
                error);
        }
    }

    /// <inheritdoc/>
    public AddressOrigin Find(ClientAddress address)
    {
        if (!address.IsKnown)
        {
            return default;
        }

        AddressRangeTable ranges = _table.Ranges;
        return _origins[address.IsIPv4 ? ranges.FindV4((uint)address.Value) : ranges.FindV6(address.Value)];
    }

    internal static CountryTable From(ReadOnlySpan<byte> bytes) => new(CountryTableDecoder.Decode(bytes));

    private static AddressOrigin Describe(CountryCode country) => new()
    {
        Country = country,
        Registered = country,
        Confidence = country == Singapore ? OriginConfidence.Low : OriginConfidence.Medium,
        Source = "registration table",
    };

    private static CountryTable ReadEmbedded()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"The resource {ResourceName} is missing; the package was built without it.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return From(bytes);
    }
}
