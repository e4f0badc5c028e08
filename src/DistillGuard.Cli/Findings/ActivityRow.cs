// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Findings;

/// <summary>One account's exchanges by bin of time: only the bins in which there were any, in order of time.</summary>
internal sealed class ActivityRow
{
    private readonly List<ActivityBin> _bins = [];

    /// <summary>The bins with exchanges, earliest first.</summary>
    public IReadOnlyList<ActivityBin> Bins => _bins;

    /// <summary>All exchanges.</summary>
    public long Exchanges { get; private set; }

    public void Count(long bin)
    {
        Exchanges++;
        int at = _bins.Count - 1;
        while (at >= 0 && _bins[at].Bin > bin) // a log out of order: it is seldom far
        {
            at--;
        }

        if (at >= 0 && _bins[at].Bin == bin)
        {
            _bins[at] = new ActivityBin(bin, _bins[at].Exchanges + 1);
            return;
        }

        _bins.Insert(at + 1, new ActivityBin(bin, 1));
    }

    /// <summary>Makes one bin of every two.</summary>
    public void Double()
    {
        int kept = 0;
        foreach (ActivityBin bin in _bins.ToArray())
        {
            long half = bin.Bin / 2;
            if (kept > 0 && _bins[kept - 1].Bin == half)
            {
                _bins[kept - 1] = new ActivityBin(half, _bins[kept - 1].Exchanges + bin.Exchanges);
            }
            else
            {
                _bins[kept++] = new ActivityBin(half, bin.Exchanges);
            }
        }

        _bins.RemoveRange(kept, _bins.Count - kept);
    }
}
