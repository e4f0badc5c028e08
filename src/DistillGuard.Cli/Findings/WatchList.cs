// SPDX-License-Identifier: MIT

using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Findings;

/// <summary>
/// The accounts with the highest scores that were not accused: a bounded list, so that memory does not grow with the
/// log.
/// </summary>
/// <remarks>
/// It keeps more accounts than are shown, because those that are accused later leave it and others must take their
/// place. The list
/// shown is exact unless more than <see cref="Reserve"/> accounts are accused.
/// </remarks>
internal sealed class WatchList
{
    /// <summary>Accounts shown.</summary>
    public const int Shown = 20;

    /// <summary>Accounts kept beyond those shown.</summary>
    public const int Reserve = 1004;

    private readonly Dictionary<string, AccountRecord> _records = new(Shown + Reserve, StringComparer.Ordinal);
    private readonly Dictionary<string, AccountRecord>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private float _entry;

    public WatchList() => _byName = _records.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Notes a verdict that accuses nobody.</summary>
    public void Note(ReadOnlySpan<char> account, DateTimeOffset time, in Verdict verdict)
    {
        if (verdict.Score <= _entry)
        {
            return;
        }

        if (_byName.TryGetValue(account, out AccountRecord? known))
        {
            if (verdict.Score > known.Highest.Score)
            {
                known.Raise(time, in verdict);
            }

            return;
        }

        if (_records.Count == Shown + Reserve)
        {
            DropLowest(verdict.Score);
        }

        if (_records.Count < Shown + Reserve)
        {
            string name = account.ToString();
            _records.Add(name, new AccountRecord(name, time, in verdict));
        }
    }

    /// <summary>Takes an account off the list: it is accused now.</summary>
    public void Remove(ReadOnlySpan<char> account) => _byName.Remove(account);

    /// <summary>The highest scores, highest first.</summary>
    public IReadOnlyList<AccountRecord> Highest() =>
        [.. _records.Values
            .OrderByDescending(record => record.Highest.Score)
            .ThenBy(record => record.Account, StringComparer.Ordinal)
            .Take(Shown)];

    // A full list is rarely entered, so a walk over all of it is cheaper than keeping it sorted. Among equals the
    // greatest name
    // leaves, so that the list does not depend on the order of a hash table.
    private void DropLowest(float newcomer)
    {
        AccountRecord? lowest = null;
        foreach (AccountRecord record in _records.Values)
        {
            if (lowest is null || IsBelow(record, lowest))
            {
                lowest = record;
            }
        }

        _entry = lowest!.Highest.Score;
        if (newcomer > _entry)
        {
            _records.Remove(lowest.Account);
        }
    }

    private static bool IsBelow(AccountRecord left, AccountRecord right) =>
        left.Highest.Score < right.Highest.Score
        || (left.Highest.Score == right.Highest.Score && string.CompareOrdinal(left.Account, right.Account) > 0);
}
