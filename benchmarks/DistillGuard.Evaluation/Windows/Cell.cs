// SPDX-License-Identifier: MIT

namespace DistillGuard.Evaluation.Windows;

/// <summary>Alarms of one method at one window size: per share of attackers, and per split for the benign windows.</summary>
internal sealed class Cell
{
    public static readonly int[] Shares = [0, 5, 10, 25, 50, 100];

    private readonly int[] _alarms = new int[Shares.Length];
    private readonly int[] _windows = new int[Shares.Length];
    private readonly List<double> _splits = [];

    /// <summary>False alarms of each split, in percent.</summary>
    public IReadOnlyList<double> Splits => _splits;

    public void Add(int share, int alarms, int windows)
    {
        _alarms[share] += alarms;
        _windows[share] += windows;
        if (share == 0)
        {
            _splits.Add(100.0 * alarms / windows);
        }
    }

    public double Percent(int share) => 100.0 * _alarms[share] / _windows[share];
}
