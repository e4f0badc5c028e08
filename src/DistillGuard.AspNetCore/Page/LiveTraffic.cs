// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Page;

/// <summary>What the live page shows of the traffic: numbers and keyed hashes only. It remembers nothing until a page is mapped. Thread-safe.</summary>
internal sealed class LiveTraffic : IExchangeObserver
{
    private readonly Lock _gate = new();
    private readonly MinuteCounts _minutes = new((int)TrafficColumn.Reasons + Enum.GetValues<NotEvaluatedReason>().Length);
    private readonly StandingAccounts _standing = new();
    private readonly ActivityBook _activity;
    private volatile bool _isOn;

    public LiveTraffic(LivePageOptions options) => _activity = new ActivityBook(options.MaxAccounts);

    /// <summary>Begins to remember.</summary>
    public void TurnOn() => _isOn = true;

    public void Inspected(GuardedExchange exchange)
    {
        if (!_isOn)
        {
            return;
        }

        ref readonly Verdict verdict = ref exchange.Verdict;
        DateTimeOffset time = exchange.Time;
        lock (_gate)
        {
            Count(time, TrafficColumn.Exchanges);
            CountIf(!verdict.IsEvaluated, time, TrafficColumn.NotEvaluated);
            CountIf(!verdict.IsEvaluated, time, TrafficColumn.Reasons + (int)verdict.NotEvaluated);
            CountIf(verdict.Level != VerdictLevel.None, time, TrafficColumn.AboveBar);
            CountIf(exchange.Action != GuardAction.Observe, time, exchange.IsDryRun ? TrafficColumn.DryRuns : TrafficColumn.ActedOn);
            if (verdict.Subjects.Account.IsPresent)
            {
                _activity.Note(verdict.Subjects.Account, AccountActivity.BinOf(time));
                _standing.Note(time, in verdict);
            }
        }
    }

    public void Completed(GuardedExchange exchange)
    {
        if (!_isOn || exchange.BatchItem > 0)
        {
            return;
        }

        lock (_gate)
        {
            Count(exchange.Time, TrafficColumn.InputTokens, exchange.Answer.InputTokens);
            Count(exchange.Time, TrafficColumn.OutputTokens, exchange.Answer.OutputTokens);
        }
    }

    /// <summary>A column, minute by minute of the last hour.</summary>
    public long[] Minutes(DateTimeOffset now, TrafficColumn column)
    {
        lock (_gate)
        {
            return _minutes.Column(now, (int)column);
        }
    }

    /// <summary>A column's sum over the last hour.</summary>
    public long LastHour(DateTimeOffset now, TrafficColumn column) => Minutes(now, column).Sum();

    /// <summary>The accounts whose own evidence is above the bar, the highest first.</summary>
    public IReadOnlyList<AccountStanding> Standing()
    {
        lock (_gate)
        {
            return _standing.Highest();
        }
    }

    /// <summary>The activity of accounts over the last day, each as many bins.</summary>
    public IReadOnlyList<int[]> Activity(IEnumerable<SubjectKey> accounts, DateTimeOffset now)
    {
        long last = AccountActivity.BinOf(now);
        lock (_gate)
        {
            return [.. accounts.Select(account => _activity.Of(account, last))];
        }
    }

    private void Count(DateTimeOffset time, TrafficColumn column, long amount = 1) => _minutes.Add(time, (int)column, amount);

    private void CountIf(bool isSo, DateTimeOffset time, TrafficColumn column)
    {
        if (isSo)
        {
            Count(time, column);
        }
    }
}
