// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Verdicts;

namespace DistillGuard;

/// <summary>What the engine itself remembers of an account.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AccountLedger
{
    public long Exchanges;
    public GroupStanding Group;

    /// <summary>The day, counted from the year 1, of <see cref="Bars"/>; 0 for none.</summary>
    public int BarDay;

    /// <summary>The highest bars of the segments it belonged to on that day.</summary>
    public BarPair Bars;
}
