// SPDX-License-Identifier: MIT

using System.Net;
using BenchmarkDotNet.Attributes;
using DistillGuard.Geo;
using DistillGuard.Geo.Databases;
using DistillGuard.Geo.Tables;
using MaxMind.Db;

namespace DistillGuard.Benchmarks.Geo;

/// <summary>
/// Country of an address, 4,096 random public IPv4 addresses in turn. The .mmdb file is generated from the embedded table, so every
/// row answers from the same ranges.
/// </summary>
public class CountryBenchmarks
{
    private const int Count = 4096;
    private const int Seed = 99;

    private readonly IPAddress[] _stockAddresses = new IPAddress[Count];
    private readonly ClientAddress[] _addresses = new ClientAddress[Count];
    private readonly AddressOriginResolver _resolver = new([CountryTable.Embedded]);
    private uint[] _starts = [];
    private string?[] _countries = [];
    private Reader _reader = null!;
    private MmdbOriginSource _database = null!;
    private int _next;

    [GlobalSetup]
    public void Prepare()
    {
        AddressRangeTable ranges = CountryTable.Embedded.Decoded.Ranges;
        _starts = new uint[ranges.V4Count];
        _countries = new string?[ranges.V4Count];
        var writer = new MmdbWriter();
        for (int i = 0; i < _starts.Length; i++)
        {
            _starts[i] = ranges.V4Start(i);
            CountryCode country = CountryTable.Embedded.Find(ClientAddress.FromIPv4(_starts[i])).Country;
            if (country.IsKnown)
            {
                _countries[i] = country.ToString();
                uint last = i + 1 < _starts.Length ? ranges.V4Start(i + 1) - 1 : uint.MaxValue;
                writer.Add(_starts[i], last, _countries[i]!);
            }
        }

        byte[] file = writer.ToArray();
        _reader = new Reader(new MemoryStream(file));
        _database = MmdbOriginSource.From(new MemoryStream(file));
        FillAddresses();
        CheckAnswers();
    }

    [GlobalCleanup]
    public void Clean() => _reader.Dispose();

    [Benchmark(Baseline = true)]
    public string? StockMaxMindDb() => _reader.Find<CountryRecord>(_stockAddresses[Next()])?.Country?.IsoCode;

    [Benchmark]
    public string? StockBinarySearch() => SearchCountry((uint)_addresses[Next()].Value);

    [Benchmark]
    [HotPath]
    public ushort DistillGuardTable() => CountryTable.Embedded.Find(_addresses[Next()]).Country.Letters;

    /// <summary>With special addresses sorted out first, as the detector asks.</summary>
    [Benchmark]
    [HotPath]
    public ushort DistillGuardResolver() => _resolver.Find(_addresses[Next()]).Country.Letters;

    /// <summary>The .mmdb file, flattened when it was loaded.</summary>
    [Benchmark]
    [HotPath]
    public ushort DistillGuardMmdb() => _database.Find(_addresses[Next()]).Country.Letters;

    private int Next() => _next++ & (Count - 1);

    private void FillAddresses()
    {
        var random = new Random(Seed);
        int filled = 0;
        while (filled < Count)
        {
            uint address = (uint)random.NextInt64(0x0100_0000, 0xDFFF_FFFF);
            if (_resolver.Find(ClientAddress.FromIPv4(address)).Country.IsKnown)
            {
                _addresses[filled] = ClientAddress.FromIPv4(address);
                _stockAddresses[filled++] = new IPAddress(
                    [(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address]);
            }
        }
    }

    // A peer that answers something else is no peer.
    private void CheckAnswers()
    {
        for (int i = 0; i < Count; i++)
        {
            string ours = CountryTable.Embedded.Find(_addresses[i]).Country.ToString();
            string? theirs = _reader.Find<CountryRecord>(_stockAddresses[i])?.Country?.IsoCode;
            string? searched = SearchCountry((uint)_addresses[i].Value);
            string mmdb = _database.Find(_addresses[i]).Country.ToString();
            if (theirs != ours || searched != ours || mmdb != ours)
            {
                throw new InvalidOperationException($"Address {i}: {ours}, MaxMind.Db {theirs}, search {searched}, flattened {mmdb}.");
            }
        }
    }

    private string? SearchCountry(uint address)
    {
        int found = Array.BinarySearch(_starts, address);
        return _countries[found < 0 ? ~found - 1 : found];
    }
}
