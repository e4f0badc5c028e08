// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Cli.Findings;

/// <summary>
/// Counts policy outcomes by account, country and reason, up to a bound. Policy, never an accusation.
/// </summary>
internal sealed class RegionTally
{
    /// <summary>Rows kept; exchanges of further ones are counted together.</summary>
    public const int MaximumRows = 10_000;

    private readonly Dictionary<string, List<RegionFinding>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RegionFinding>>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private int _count;

    public RegionTally() => _byName = _rows.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Exchanges whose row found no room.</summary>
    public long NotListed { get; private set; }

    /// <summary>Counts one exchange's outcome.</summary>
    public void Add(ReadOnlySpan<char> account, in Signal signal)
    {
        if (!_byName.TryGetValue(account, out List<RegionFinding>? rows))
        {
            rows = [];
            if (_count < MaximumRows)
            {
                _byName[account] = rows;
            }
        }

        foreach (RegionFinding row in rows)
        {
            if (row.Tag == signal.Tag && ReferenceEquals(row.Info, signal.Info))
            {
                row.Exchanges++;
                return;
            }
        }

        if (_count == MaximumRows)
        {
            NotListed++;
            return;
        }

        rows.Add(new RegionFinding(account.ToString(), in signal) { Exchanges = 1 });
        _count++;
    }

    /// <summary>The rows: most exchanges first, then by account, country and reason.</summary>
    public IReadOnlyList<RegionFinding> Rows() =>
        [.. _rows.Values
            .SelectMany(rows => rows)
            .OrderByDescending(row => row.Exchanges)
            .ThenBy(row => row.Account, StringComparer.Ordinal)
            .ThenBy(row => row.Country, StringComparer.Ordinal)
            .ThenBy(row => row.Info.Id, StringComparer.Ordinal)];
}
