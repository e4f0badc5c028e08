// SPDX-License-Identifier: MIT

namespace DistillGuard.Groups;

/// <summary>Union-find with path halving; the smallest number of a set stands for it. Not thread-safe.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    public DisjointSets(int count)
    {
        _parents = new int[count];
        for (int i = 0; i < count; i++)
        {
            _parents[i] = i;
        }
    }

    public int Find(int item)
    {
        while (_parents[item] != item)
        {
            _parents[item] = _parents[_parents[item]];
            item = _parents[item];
        }

        return item;
    }

    public void Unite(int left, int right)
    {
        left = Find(left);
        right = Find(right);
        _parents[Math.Max(left, right)] = Math.Min(left, right);
    }
}
