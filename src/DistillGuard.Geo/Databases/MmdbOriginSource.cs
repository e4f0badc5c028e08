// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Networks;
using DistillGuard.Geo.Tables;
using MaxMind.Db;

namespace DistillGuard.Geo.Databases;

/// <summary>
/// An operator's own .mmdb database: GeoLite2 or GeoIP2 Country, City and Anonymous-IP, DB-IP, or the flat files of
/// ip-location-db. Immutable; safe on any thread; a look-up allocates nothing.
/// </summary>
/// <remarks>
/// The file is copied once, every network in it is read through MaxMind.Db and turned into sorted ranges, so that a
/// damaged file is refused at start and never met by a request. The file is not kept open: replace it and load again.
/// Loading needs memory for a copy of the file and asks for every network once; what stays is a few MiB.
/// </remarks>
public sealed class MmdbOriginSource : IAddressOriginSource
{
    private readonly AddressRangeTable _ranges;
    private readonly AddressOrigin[] _origins;

    private MmdbOriginSource(Metadata metadata, AddressRangeTable ranges, AddressOrigin[] origins)
    {
        Name = metadata.DatabaseType;
        DataDate = DateOnly.FromDateTime(metadata.BuildDate);
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
        using FileStream file = OriginFile.Open(path, ".mmdb database");
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

    /// <summary>Reads a database from a stream that can seek.</summary>
    /// <exception cref="InvalidDataException">Damaged or without origins; the message completes "x: …".</exception>
    internal static MmdbOriginSource From(Stream file)
    {
        try
        {
            long length = file.Length;
            using var reader = new Reader(file);
            Check(reader.Metadata);
            return Flatten(reader, length);
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new InvalidDataException(error.Message.TrimEnd('.'), error);
        }
    }

    private static MmdbOriginSource Flatten(Reader reader, long length)
    {
        try
        {
            return Flatten<NestedRecord>(reader, length);
        }
        catch (DeserializationException)
        {
            // The reader says so when a text stands where this layout has a map.
            return Flatten<FlatRecord>(reader, length);
        }
    }

    private static MmdbOriginSource Flatten<T>(Reader reader, long length)
        where T : DatabaseRecord
    {
        var flattener = new MmdbFlattener(reader, length);
        AddressRangeTable ranges = flattener.Flatten<T>();
        return new MmdbOriginSource(reader.Metadata, ranges, flattener.Origins);
    }

    private static void Check(Metadata metadata)
    {
        if (metadata.BinaryFormatMajorVersion != 2)
        {
            throw new InvalidDataException(
                $"its format version is {metadata.BinaryFormatMajorVersion}, this build reads version 2");
        }

        if (metadata.IPVersion is not (4 or 6))
        {
            throw new InvalidDataException($"its IP version is {metadata.IPVersion}");
        }

        if (metadata.BuildDate <= DateTime.UnixEpoch)
        {
            throw new InvalidDataException("it does not state when it was built");
        }
    }

    /// <summary>
    /// What MaxMind.Db documents, and what it lets through: a date or length out of range, a file that stops being
    /// readable.
    /// </summary>
    private static bool IsDamage(Exception error) =>
        error is InvalidDatabaseException or DeserializationException
            or ArgumentException or OverflowException or IOException;
}
