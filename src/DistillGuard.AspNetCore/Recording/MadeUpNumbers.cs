// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Numbers that follow from a hash (SplitMix64). For made-up words, not for secrets.</summary>
internal struct MadeUpNumbers
{
    private ulong _state;

    public MadeUpNumbers(ulong seed) => _state = seed;

    public uint Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (uint)((mixed ^ (mixed >> 31)) >> 32);
    }
}
