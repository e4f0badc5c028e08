// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Databases;

/// <summary>Turns a record of a country, city or anonymous-network database into an origin.</summary>
/// <remarks>
/// Knows the nested layout (<c>country.iso_code</c>, <c>registered_country.iso_code</c>, flags at the top or in
/// <c>traits</c>) and the flat ones (<c>country_code</c>, or <c>country</c> as two letters).
/// </remarks>
internal readonly ref struct MmdbRecordReader
{
    private readonly MmdbSection _section;
    private readonly string _source;

    public MmdbRecordReader(ReadOnlySpan<byte> data, string source)
    {
        _section = new MmdbSection(data);
        _source = source;
    }

    /// <summary>The origin a record tells; the default value where it tells none.</summary>
    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public AddressOrigin Read(int offset)
    {
        MmdbValue record = _section.Read(ref offset);
        if (record.Type != MmdbType.Map)
        {
            return default;
        }

        var reading = new MmdbReading();
        ReadRecord(record, ref reading);
        return reading.ToOrigin(_source);
    }

    private void ReadRecord(MmdbValue record, ref MmdbReading reading)
    {
        int position = record.Content;
        for (int entry = 0; entry < record.Size; entry++)
        {
            ReadOnlySpan<byte> key = ReadKey(ref position);
            MmdbValue value = _section.Read(ref position);
            if (key.SequenceEqual("country_code"u8))
            {
                reading.FlatCode = ReadCode(value);
            }
            else if (key.SequenceEqual("country"u8))
            {
                reading.Country = value.Type == MmdbType.Map ? ReadIsoCode(value) : ReadCode(value);
            }
            else if (key.SequenceEqual("registered_country"u8))
            {
                reading.Registered = value.Type == MmdbType.Map ? ReadIsoCode(value) : ReadCode(value);
            }
            else if (key.SequenceEqual("traits"u8) && value.Type == MmdbType.Map)
            {
                ReadTraits(value, ref reading);
            }
            else
            {
                ReadFlag(key, value, ref reading);
            }
        }
    }

    private void ReadTraits(MmdbValue traits, ref MmdbReading reading)
    {
        int position = traits.Content;
        for (int entry = 0; entry < traits.Size; entry++)
        {
            ReadOnlySpan<byte> key = ReadKey(ref position);
            ReadFlag(key, _section.Read(ref position), ref reading);
        }
    }

    private static void ReadFlag(ReadOnlySpan<byte> key, MmdbValue value, ref MmdbReading reading)
    {
        if (value.Type != MmdbType.Boolean || value.Size == 0)
        {
            return;
        }

        if (key.SequenceEqual("is_hosting_provider"u8))
        {
            reading.Kind |= NetworkKind.Hosting;
        }
        else if (key.SequenceEqual("is_tor_exit_node"u8))
        {
            reading.Kind |= NetworkKind.Tor;
        }
        else if (key.SequenceEqual("is_anonymous_vpn"u8) || key.SequenceEqual("is_public_proxy"u8)
            || key.SequenceEqual("is_residential_proxy"u8) || key.SequenceEqual("is_anonymous_proxy"u8))
        {
            reading.Kind |= NetworkKind.Relay;
        }
        else if (key.SequenceEqual("is_anycast"u8) || key.SequenceEqual("is_satellite_provider"u8))
        {
            reading.IsDoubtful = true;
        }
    }

    private ReadOnlySpan<byte> ReadKey(ref int position)
    {
        MmdbValue key = _section.Read(ref position);
        return key.Type == MmdbType.Text
            ? _section.Content(key)
            : throw new InvalidDataException($"a map key before {position} is no text");
    }

    private CountryCode ReadIsoCode(MmdbValue country)
    {
        int position = country.Content;
        CountryCode code = default;
        for (int entry = 0; entry < country.Size; entry++)
        {
            bool isCode = ReadKey(ref position).SequenceEqual("iso_code"u8);
            MmdbValue value = _section.Read(ref position);
            if (isCode)
            {
                code = ReadCode(value);
            }
        }

        return code;
    }

    private CountryCode ReadCode(MmdbValue value)
    {
        if (value.Type != MmdbType.Text || value.Size != 2)
        {
            return default;
        }

        ReadOnlySpan<byte> letters = _section.Content(value);
        return CountryCode.TryParse([(char)letters[0], (char)letters[1]], out CountryCode code)
            ? IsoCountries.OrUnknown(code)
            : default;
    }
}
