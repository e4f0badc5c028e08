// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Statistics;

/// <summary>
/// The eight smallest hashes of a set (k minimum values; Bar-Yossef et al. 2002): 32 bytes that tell for certain what is new while the
/// set is small, and of a large set for a fair sample. Zero bytes are the empty set.
/// </summary>
/// <remarks>
/// The first eight different hashes are all new. After <c>n</c> different ones the next is told as new with probability 8 / (n + 1). What
/// was added is never new again, whatever came in between: unlike a Bloom filter it cannot be filled up.
/// </remarks>
[InlineArray(Count)]
internal struct KMinimumValues
{
    public const int Count = 8;

    private uint _first;

    /// <summary>Adds a hash of even bits.</summary>
    /// <returns>Whether it is new and belongs to the sample.</returns>
    public bool Add(ulong hash)
    {
        uint value = Math.Max(1, (uint)hash); // 0 is a free place
        int largest = 0;
        for (int i = 0; i < Count; i++)
        {
            if (this[i] == 0)
            {
                this[i] = value;
                return true;
            }

            if (this[i] == value)
            {
                return false;
            }

            largest = this[i] > this[largest] ? i : largest;
        }

        if (value > this[largest])
        {
            return false;
        }

        this[largest] = value;
        return true;
    }
}
