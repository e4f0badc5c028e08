// SPDX-License-Identifier: MIT

using DistillGuard.Statistics;

namespace DistillGuard.Evaluation.Windows;

/// <summary>Draws without replacement.</summary>
internal static class Draws
{
    public static void ToFront(Span<int> items, int count, ref SplitMix random)
    {
        for (int i = 0; i < count; i++)
        {
            int j = i + random.Below(items.Length - i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    public static int[] Mixed(int[] benign, int[] attackers, int size, int percent, ref SplitMix random)
    {
        int attacking = (int)Math.Round(size * percent / 100.0);
        ToFront(benign, size - attacking, ref random);
        ToFront(attackers, attacking, ref random);
        return [.. benign[..(size - attacking)], .. attackers[..attacking]];
    }
}
