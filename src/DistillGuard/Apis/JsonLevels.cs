// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Apis;

/// <summary>Remembers, one bit a level, which of up to 512 nested containers are objects.</summary>
[InlineArray(RequestReaderLimits.LargestDepth / BitsPerElement)]
internal struct JsonLevels
{
    private const int BitsPerElement = 64;

    private ulong _element;

    /// <summary>Whether the container at a level, counted from 0, is an object.</summary>
    public readonly bool IsObject(int level) => (this[level / BitsPerElement] >> (level % BitsPerElement) & 1) != 0;

    /// <summary>Says what the container at a level is.</summary>
    public void Set(int level, bool isObject)
    {
        ulong bit = 1UL << (level % BitsPerElement);
        ref ulong element = ref this[level / BitsPerElement];
        element = isObject ? element | bit : element & ~bit;
    }
}
