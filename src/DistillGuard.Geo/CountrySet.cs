// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo;

/// <summary>A set of country codes as 676 bits: asking costs one shift and no allocation. Filled once, then only read.</summary>
internal sealed class CountrySet
{
    private const int Letters = 26;

    private readonly ulong[] _bits = new ulong[((Letters * Letters) + 63) / 64];

    /// <summary>How many codes are in the set.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a known code; says whether it was new.</summary>
    public bool Add(CountryCode code)
    {
        if (!code.IsKnown || Contains(code))
        {
            return false;
        }

        int position = Position(code);
        _bits[position >> 6] |= 1UL << position;
        Count++;
        return true;
    }

    /// <summary>Whether the code is in the set; "not known" never is.</summary>
    public bool Contains(CountryCode code)
    {
        if (!code.IsKnown)
        {
            return false;
        }

        int position = Position(code);
        return (_bits[position >> 6] >> position & 1) != 0;
    }

    private static int Position(CountryCode code) =>
        (((code.Letters >> 8) - 'A') * Letters) + (code.Letters & 0xFF) - 'A';
}
