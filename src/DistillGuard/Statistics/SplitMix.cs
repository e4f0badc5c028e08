// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

/// <summary>A stream of numbers that is the same for the same seed on every machine (Steele, Lea and Flood, 2014). For draws, not for secrets.</summary>
/// <param name="seed">Any number.</param>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to below a bound, all alike to within 2^-32.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>Moves a random choice to the front: the first of a shuffle; the rest need no order.</summary>
    public void ChooseFront(Span<int> items, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int other = i + Below(items.Length - i);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
