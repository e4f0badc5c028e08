// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The accounts whose own evidence is above the bar, by their latest verdicts. Not thread-safe: its owner locks.</summary>
internal sealed class StandingAccounts
{
    /// <summary>Accounts kept; of more, those last seen longest ago go.</summary>
    public const int Most = 200;

    private readonly Dictionary<SubjectKey, AccountStanding> _accounts = [];

    public void Note(DateTimeOffset time, in Verdict verdict)
    {
        SubjectKey account = verdict.Subjects.Account;
        if (!verdict.IsEvaluated)
        {
            return; // says nothing new about it
        }

        if (verdict.OwnLevel == VerdictLevel.None)
        {
            _accounts.Remove(account);
            return;
        }

        bool isKnown = _accounts.TryGetValue(account, out AccountStanding? known);
        if (!isKnown && _accounts.Count >= Most)
        {
            _accounts.Remove(_accounts.MinBy(static pair => pair.Value.Last).Key);
        }

        _accounts[account] = new AccountStanding(verdict, known?.First ?? time, time, (known?.Exchanges ?? 0) + 1);
    }

    /// <summary>Those above the bar, the highest first.</summary>
    public IReadOnlyList<AccountStanding> Highest() => [.. _accounts.Values.OrderByDescending(static standing => standing.Verdict.Score)];
}
