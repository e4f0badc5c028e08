// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Tables;

/// <summary>
/// Sorted starts of address ranges, each with a small value. Immutable; any number of threads may read. A look-up
/// allocates nothing.
/// </summary>
/// <remarks>
/// IPv4 has a first-level index over the top 16 bits (256 KiB), so a search touches only the boundaries of one /16.
/// IPv6 is searched plainly: an index over the 20 bits after 2000::/3 would cost 0.5 MiB.
/// The low half of an IPv6 start is kept only where some start needs it: registration data is never finer than /64.
/// </remarks>
internal sealed class AddressRangeTable
{
    private const int BlockBits = 16;
    private const int BlockCount = 1 << BlockBits;

    private readonly uint[] _v4Starts;
    private readonly ushort[] _v4Values;
    private readonly int[] _v4Index;
    private readonly ulong[] _v6High;
    private readonly ulong[]? _v6Low;
    private readonly ushort[] _v6Values;

    /// <summary>Takes ownership of the arrays. Each list begins at address 0 and is strictly ascending.</summary>
    /// <param name="v4Starts">First address of each IPv4 range.</param>
    /// <param name="v4Values">Value of each IPv4 range.</param>
    /// <param name="v6High">Upper 64 bits of the first address of each IPv6 range.</param>
    /// <param name="v6Low">Lower 64 bits, or null where all are zero.</param>
    /// <param name="v6Values">Value of each IPv6 range.</param>
    public AddressRangeTable(uint[] v4Starts, ushort[] v4Values, ulong[] v6High, ulong[]? v6Low, ushort[] v6Values)
    {
        RequireShape(v4Starts.Length, v4Values.Length, "IPv4");
        RequireShape(v6High.Length, v6Values.Length, "IPv6");
        RequireShape(v6High.Length, v6Low?.Length ?? v6High.Length, "IPv6");
        _v4Starts = v4Starts;
        _v4Values = v4Values;
        _v6High = v6High;
        _v6Low = v6Low;
        _v6Values = v6Values;
        RequireOrder();
        _v4Index = BuildIndex(v4Starts);
    }

    /// <summary>Gets the number of IPv4 ranges.</summary>
    public int V4Count => _v4Starts.Length;

    /// <summary>Gets the number of IPv6 ranges.</summary>
    public int V6Count => _v6High.Length;

    /// <summary>The first address of an IPv4 range.</summary>
    public uint V4Start(int position) => _v4Starts[position];

    /// <summary>The first address of an IPv6 range.</summary>
    public UInt128 V6Start(int position) => new(_v6High[position], _v6Low is null ? 0 : _v6Low[position]);

    /// <summary>The value of the range that holds an IPv4 address.</summary>
    public ushort FindV4(uint address)
    {
        int block = (int)(address >> BlockBits);
        return FindV4(address, _v4Index[block], _v4Index[block + 1]);
    }

    /// <summary>The same without the index; tests compare both.</summary>
    public ushort FindV4WithoutIndex(uint address) => FindV4(address, 0, _v4Starts.Length - 1);

    /// <summary>The value of the range that holds an IPv6 address.</summary>
    public ushort FindV6(UInt128 address)
    {
        ulong high = (ulong)(address >> 64);
        return _v6Low is null ? FindV6(high) : FindV6(high, (ulong)address, _v6Low);
    }

    private static void RequireShape(int starts, int values, string family)
    {
        if (starts == 0 || starts != values)
        {
            throw new InvalidDataException($"{family}: {starts} range starts but {values} values.");
        }
    }

    private static int[] BuildIndex(uint[] starts)
    {
        int[] index = new int[BlockCount + 1];
        int position = 0;
        for (int block = 0; block < BlockCount; block++)
        {
            uint first = (uint)block << BlockBits;
            while (position + 1 < starts.Length && starts[position + 1] <= first)
            {
                position++;
            }

            index[block] = position;
        }

        index[BlockCount] = starts.Length - 1;
        return index;
    }

    private void RequireOrder()
    {
        if (_v4Starts[0] != 0 || V6Start(0) != UInt128.Zero)
        {
            throw new InvalidDataException("The first range does not start at address 0.");
        }

        for (int position = 1; position < _v4Starts.Length; position++)
        {
            if (_v4Starts[position] <= _v4Starts[position - 1])
            {
                throw new InvalidDataException($"IPv4 range {position} does not start after range {position - 1}.");
            }
        }

        for (int position = 1; position < _v6High.Length; position++)
        {
            if (V6Start(position) <= V6Start(position - 1))
            {
                throw new InvalidDataException($"IPv6 range {position} does not start after range {position - 1}.");
            }
        }
    }

    private ushort FindV4(uint address, int low, int high)
    {
        uint[] starts = _v4Starts;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= address)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _v4Values[low];
    }

    private ushort FindV6(ulong address)
    {
        ulong[] starts = _v6High;
        int low = 0;
        int high = starts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= address)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _v6Values[low];
    }

    private ushort FindV6(ulong addressHigh, ulong addressLow, ulong[] lowStarts)
    {
        ulong[] highStarts = _v6High;
        int low = 0;
        int high = highStarts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            ulong start = highStarts[middle];
            if (start < addressHigh || (start == addressHigh && lowStarts[middle] <= addressLow))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _v6Values[low];
    }
}
