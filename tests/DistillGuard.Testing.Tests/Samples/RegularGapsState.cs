// SPDX-License-Identifier: MIT

namespace Acme.Gateway;

/// <summary>What regular-gaps remembers of an account: 32 bytes. All zeros is a new account.</summary>
internal struct RegularGapsState
{
    public long LastTicks;
    public long Count;
    public double Mean;
    public double SquaredDeviations;

    // Welford's running variance: one pass, no list of gaps to keep.
    public void Add(double gap)
    {
        Count++;
        double deviation = gap - Mean;
        Mean += deviation / Count;
        SquaredDeviations += deviation * (gap - Mean);
    }

    public readonly double Variation => Mean > 0 ? Math.Sqrt(SquaredDeviations / Count) / Mean : 1;
}
