// SPDX-License-Identifier: MIT

using System.Net;
using System.Net.Sockets;

namespace DistillGuard.Geo.Builder;

/// <summary>Reads rows of <c>first,last,country</c> and refuses what a table must not be made of.</summary>
internal sealed class CsvRangeReader
{
    /// <summary>After this many problems the rest is not reported.</summary>
    public const int MaximumProblems = 20;

    private const string NoCountry = "ZZ";

    private readonly string _path;
    private readonly AddressFamily _family;
    private readonly List<string> _problems = [];
    private readonly List<CountryRange> _ranges = [];

    private CsvRangeReader(string path, AddressFamily family)
    {
        _path = path;
        _family = family;
    }

    /// <summary>All rows, in order.</summary>
    /// <exception cref="InvalidDataException">Rows are broken; the message lists line, value, reason and remedy.</exception>
    public static List<CountryRange> Read(string path, AddressFamily family)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path}: there is no such file. Name the folder of the unpacked package.");
        }

        var reader = new CsvRangeReader(path, family);
        reader.ReadLines();
        return reader._problems.Count == 0
            ? reader._ranges
            : throw new InvalidDataException(string.Join(Environment.NewLine, reader._problems));
    }

    private void ReadLines()
    {
        int number = 0;
        foreach (string line in File.ReadLines(_path))
        {
            number++;
            if (line.Length != 0)
            {
                ReadLine(number, line);
            }

            if (_problems.Count == MaximumProblems)
            {
                _problems.Add($"{_path}: more problems may follow; only the first {MaximumProblems} are listed.");
                return;
            }
        }

        if (_ranges.Count == 0 && _problems.Count == 0)
        {
            _problems.Add($"{_path}: it has no rows. Fetch the package again.");
        }
    }

    private void ReadLine(int number, string line)
    {
        string[] fields = line.Split(',');
        if (fields.Length != 3)
        {
            Report(number, line, $"has {fields.Length} fields", "write first address, last address, country code");
            return;
        }

        if (!TryReadAddress(number, fields[0], out UInt128 first) || !TryReadAddress(number, fields[1], out UInt128 last))
        {
            return;
        }

        if (last < first)
        {
            Report(number, line, "ends before it starts", "swap the addresses or remove the row");
        }
        else if (_ranges.Count > 0 && first <= _ranges[^1].Last)
        {
            Report(number, line, "starts inside or before the row above", "sort the rows and cut what overlaps");
        }
        else if (fields[2] == NoCountry)
        {
            _ranges.Add(new CountryRange(first, last, default));
        }
        else if (!CountryCode.TryParse(fields[2], out CountryCode country) || !IsoCountries.Contains(country))
        {
            Report(
                number, fields[2], "is not a code that ISO 3166-1 assigns", $"correct it, or write {NoCountry} for none");
        }
        else
        {
            _ranges.Add(new CountryRange(first, last, country));
        }
    }

    private bool TryReadAddress(int number, string text, out UInt128 value)
    {
        value = default;
        if (!IPAddress.TryParse(text, out IPAddress? address) || address.AddressFamily != _family)
        {
            string family = _family == AddressFamily.InterNetwork ? "IPv4" : "IPv6";
            Report(number, text, $"is not an {family} address", "correct it or remove the row");
            return false;
        }

        foreach (byte part in address.GetAddressBytes())
        {
            value = (value << 8) | part;
        }

        return true;
    }

    private void Report(int number, string value, string reason, string remedy) =>
        _problems.Add($"{_path}:{number}: '{value}' {reason}; {remedy}.");
}
