// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Groups;

/// <summary>The latest different keys of one kind that an account used. Key 0 stands for none.</summary>
[InlineArray(Capacity)]
internal struct RecentKeys
{
    public const int Capacity = 3;

    private ulong _first;

    public readonly bool Contains(ulong key) => ((ReadOnlySpan<ulong>)this).Contains(key);

    /// <summary>Adds a key that it does not contain; the one added first makes room.</summary>
    /// <returns>The key that made room; 0 when none had to.</returns>
    public ulong Add(ulong key)
    {
        ulong gone = this[Capacity - 1];
        for (int i = Capacity - 1; i > 0; i--)
        {
            this[i] = this[i - 1];
        }

        this[0] = key;
        return gone;
    }

    /// <summary>Forgets a key, if it is there; the others close ranks.</summary>
    public void Remove(ulong key)
    {
        int kept = 0;
        for (int i = 0; i < Capacity; i++)
        {
            if (this[i] != key)
            {
                this[kept++] = this[i];
            }
        }

        for (; kept < Capacity; kept++)
        {
            this[kept] = 0;
        }
    }
}
