// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Networks;
using DistillGuard.Geo.Tables;

namespace DistillGuard.Geo.Databases;

/// <summary>
/// An operator's own .mmdb database: GeoLite2 or GeoIP2 Country, City and Anonymous-IP, DB-IP, or the flat files of
/// ip-location-db. Immutable; safe on any thread; a look-up allocates nothing.
/// </summary>
/// <remarks>
/// The file is read once, every record in it is checked and the tree is turned into sorted ranges, so that a damaged file is
/// refused at start and never met by a request. The file is not kept open: replace it at will and load again.
/// Loading needs memory for the file once; what stays is a few MiB.
/// </remarks>
public sealed class MmdbOriginSource : IAddressOriginSource
{
    private readonly AddressRangeTable _ranges;
    private readonly AddressOrigin[] _origins;

    private MmdbOriginSource(MmdbMetadata metadata, AddressRangeTable ranges, AddressOrigin[] origins)
    {
        Name = metadata.Type;
        DataDate = metadata.BuildDate;
        _ranges = ranges;
        _origins = origins;
    }

    /// <summary>The type the database gives itself, for example <c>GeoLite2-Country</c>.</summary>
    public string Name { get; }

    /// <summary>The day the database was built (UTC).</summary>
    public DateOnly DataDate { get; }

    internal AddressRangeTable Ranges => _ranges;

    /// <summary>Reads a database.</summary>
    /// <param name="path">The file; at most 1 GiB.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, of another format or tells no origins; the message names file, reason and remedy.
    /// </exception>
    public static MmdbOriginSource Load(string path)
    {
        byte[] file = OriginFile.ReadAllBytes(path, ".mmdb database");
        try
        {
            return From(file);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(
                $"{path}: not a usable .mmdb database: {error.Message}. Fetch a country, city or anonymous-IP database " +
                "again, or leave it out to use the table inside the package.",
                error);
        }
    }

    /// <inheritdoc/>
    public AddressOrigin Find(ClientAddress address)
    {
        NetworkKind kind = SpecialAddresses.Classify(ref address);
        if (kind != NetworkKind.None || !address.IsKnown)
        {
            return new AddressOrigin { Kind = kind };
        }

        return _origins[address.IsIPv4 ? _ranges.FindV4((uint)address.Value) : _ranges.FindV6(address.Value)];
    }

    internal static MmdbOriginSource From(byte[] file)
    {
        MmdbMetadata metadata = MmdbMetadata.Read(file);
        var flattener = new MmdbFlattener(file, metadata);
        AddressRangeTable ranges = flattener.Flatten();
        return new MmdbOriginSource(metadata, ranges, flattener.Origins);
    }
}
