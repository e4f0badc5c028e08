// SPDX-License-Identifier: MIT

using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Findings;

/// <summary>What is kept of an account that will be reported.</summary>
internal sealed class AccountRecord
{
    private Verdict _highest;

    public AccountRecord(string account, DateTimeOffset time, in Verdict verdict)
    {
        Account = account;
        Raise(time, in verdict);
    }

    /// <summary>The account's id as the log gives it.</summary>
    public string Account { get; }

    /// <summary>When it was first accused; <see langword="null"/> when it was not.</summary>
    public DateTimeOffset? FirstAlert { get; private set; }

    /// <summary>Its exchanges up to and including the one at which it was first accused.</summary>
    public long ExchangesBeforeAlert { get; private set; }

    /// <summary>When its score was highest.</summary>
    public DateTimeOffset HighestTime { get; private set; }

    /// <summary>The verdict at that time.</summary>
    public ref readonly Verdict Highest => ref _highest;

    /// <summary>Marks the first accusation. What comes later never moves it.</summary>
    public void Accuse(DateTimeOffset time, long exchanges)
    {
        FirstAlert = time;
        ExchangesBeforeAlert = exchanges;
    }

    /// <summary>Takes a verdict as the highest so far.</summary>
    public void Raise(DateTimeOffset time, in Verdict verdict)
    {
        HighestTime = time;
        _highest = verdict;
    }
}
