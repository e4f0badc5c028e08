// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Calibration;
using DistillGuard.Cli.Evaluating.Baselines;
using DistillGuard.Cli.Scanning;
using DistillGuard.TrafficLogs;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Evaluating;

/// <summary>Keeps of a replay what an evaluation needs: numbers for each account and day, and no text.</summary>
internal sealed class EvalRecorder : IReplayObserver
{
    private readonly Dictionary<string, AccountSeries> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccountSeries>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private readonly BaselineReader _baselines;

    /// <summary>Makes a recorder.</summary>
    /// <param name="secret">Key of the hashes that baselines keep.</param>
    /// <param name="calibration">The calibration of the scan; <see langword="null"/> for none.</param>
    public EvalRecorder(byte[] secret, GuardCalibration? calibration = null)
    {
        Bars = new BudgetBars(calibration);
        _byName = _accounts.GetAlternateLookup<ReadOnlySpan<char>>();
        _baselines = new BaselineReader(secret);
    }

    /// <summary>The accounts, by name.</summary>
    public IReadOnlyDictionary<string, AccountSeries> Accounts => _accounts;

    /// <summary>The bars at other budgets.</summary>
    public BudgetBars Bars { get; }

    /// <summary>Organizations that sent each system prompt, by its hash.</summary>
    public SharedPrompts SharedPrompts => _baselines.SharedPrompts;

    public void Note(in TrafficLogEntry entry, in Verdict verdict)
    {
        if (!verdict.IsEvaluated)
        {
            return;
        }

        ref AccountSeries? account = ref CollectionsMarshal.GetValueRefOrAddDefault(_byName, entry.Caller.Account, out bool isKnown);
        if (!isKnown)
        {
            account = new AccountSeries(entry.Caller.Account.ToString());
        }

        DayScores day = account!.Note(entry.Time);
        day.Margin = Math.Max(day.Margin, verdict.AccusableScore - verdict.Bar);
        Bars.Note(day.AtBudgets, in verdict);
        _baselines.Read(in entry, day.Baselines);
    }
}
