// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Page;

/// <summary>How many exchanges an account had in each half hour of the last day. Not thread-safe: its owner locks.</summary>
internal sealed class AccountActivity
{
    /// <summary>Half hours remembered.</summary>
    public const int Bins = 48;

    /// <summary>What a bin is wide.</summary>
    public static readonly TimeSpan Width = TimeSpan.FromMinutes(30);

    private readonly ushort[] _counts = new ushort[Bins];

    /// <summary>The latest bin with an exchange.</summary>
    public long Last { get; private set; }

    public static long BinOf(DateTimeOffset time) => time.UtcTicks / Width.Ticks;

    public void Note(long bin)
    {
        if (bin <= Last - Bins)
        {
            return;
        }

        for (long passed = Math.Max(Last + 1, bin - Bins + 1); passed <= bin; passed++)
        {
            _counts[passed % Bins] = 0;
        }

        Last = Math.Max(Last, bin);
        ref ushort count = ref _counts[bin % Bins];
        count = (ushort)Math.Min(ushort.MaxValue, count + 1);
    }

    /// <summary>The counts, bin by bin up to a given one.</summary>
    public int[] UpTo(long last)
    {
        var counts = new int[Bins];
        for (int i = 0; i < Bins; i++)
        {
            long bin = last - Bins + 1 + i;
            counts[i] = bin <= Last && bin > Last - Bins ? _counts[bin % Bins] : 0;
        }

        return counts;
    }
}
