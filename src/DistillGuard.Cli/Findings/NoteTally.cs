// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.Cli.Findings;

/// <summary>Counts policy outcomes that are no regions by account and reason, up to a bound. Information, never an accusation.</summary>
internal sealed class NoteTally
{
    /// <summary>Rows kept; exchanges of further ones are counted together.</summary>
    public const int MaximumRows = 10_000;

    private readonly Dictionary<(string Account, string Reason), PolicyNote> _rows = [];

    /// <summary>Exchanges whose row found no room.</summary>
    public long NotListed { get; private set; }

    /// <summary>Counts one exchange's outcome.</summary>
    public void Add(ReadOnlySpan<char> account, in Signal signal)
    {
        (string Account, string Reason) key = (account.ToString(), signal.Info.Id);
        if (!_rows.TryGetValue(key, out PolicyNote? row))
        {
            if (_rows.Count == MaximumRows)
            {
                NotListed++;
                return;
            }

            row = new PolicyNote(key.Account, in signal);
            _rows.Add(key, row);
        }

        row.Count(in signal);
    }

    /// <summary>The rows: most exchanges first, then by account and reason.</summary>
    public IReadOnlyList<PolicyNote> Rows() =>
        [.. _rows.Values
            .OrderByDescending(row => row.Exchanges)
            .ThenBy(row => row.Account, StringComparer.Ordinal)
            .ThenBy(row => row.Strongest.Info.Id, StringComparer.Ordinal)];
}
