// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Tables;

/// <summary>Collects ascending range starts, merges neighbours of equal value and makes the table.</summary>
internal sealed class AddressRangeCollector
{
    private readonly List<uint> _v4Starts = [];
    private readonly List<ushort> _v4Values = [];
    private readonly List<UInt128> _v6Starts = [];
    private readonly List<ushort> _v6Values = [];

    /// <summary>States the value from an IPv4 address on, until the next call.</summary>
    public void AddV4(uint start, ushort value)
    {
        if (_v4Starts.Count == 0 && start != 0)
        {
            AddV4(0, 0);
        }

        if (_v4Starts.Count > 0 && _v4Starts[^1] == start)
        {
            _v4Starts.RemoveAt(_v4Starts.Count - 1);
            _v4Values.RemoveAt(_v4Values.Count - 1);
        }

        if (_v4Starts.Count == 0 || _v4Values[^1] != value)
        {
            _v4Starts.Add(start);
            _v4Values.Add(value);
        }
    }

    /// <summary>States the value from an IPv6 address on, until the next call.</summary>
    public void AddV6(UInt128 start, ushort value)
    {
        if (_v6Starts.Count == 0 && start != UInt128.Zero)
        {
            AddV6(UInt128.Zero, 0);
        }

        if (_v6Starts.Count > 0 && _v6Starts[^1] == start)
        {
            _v6Starts.RemoveAt(_v6Starts.Count - 1);
            _v6Values.RemoveAt(_v6Values.Count - 1);
        }

        if (_v6Starts.Count == 0 || _v6Values[^1] != value)
        {
            _v6Starts.Add(start);
            _v6Values.Add(value);
        }
    }

    /// <summary>The table of all that was added. Where nothing was added every address has value 0.</summary>
    public AddressRangeTable ToTable()
    {
        if (_v4Starts.Count == 0)
        {
            AddV4(0, 0);
        }

        if (_v6Starts.Count == 0)
        {
            AddV6(UInt128.Zero, 0);
        }

        ulong[] high = new ulong[_v6Starts.Count];
        ulong[] low = new ulong[_v6Starts.Count];
        bool needsLow = false;
        for (int position = 0; position < high.Length; position++)
        {
            high[position] = (ulong)(_v6Starts[position] >> 64);
            low[position] = (ulong)_v6Starts[position];
            needsLow |= low[position] != 0;
        }

        return new AddressRangeTable(
            [.. _v4Starts], [.. _v4Values], high, needsLow ? low : null, [.. _v6Values]);
    }
}
