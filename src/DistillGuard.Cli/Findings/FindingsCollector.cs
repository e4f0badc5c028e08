// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Findings;

/// <summary>Keeps of a scan what will be reported, and nothing else: the guard itself stores no names.</summary>
/// <remarks>Memory grows with the accounts accused, not with the log: everything else here is bounded.</remarks>
internal sealed class FindingsCollector
{
    private readonly Dictionary<string, AccountRecord> _accused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccountRecord>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private readonly WatchList _watch = new();

    public FindingsCollector(bool forReport = false)
    {
        _byName = _accused.GetAlternateLookup<ReadOnlySpan<char>>();
        Report = forReport ? new ReportTally() : null;
    }

    /// <summary>Exchanges looked at, evaluated or not.</summary>
    public long Exchanges { get; private set; }

    /// <summary>Time of the earliest exchange; <see langword="null"/> before the first.</summary>
    public DateTimeOffset? From { get; private set; }

    /// <summary>Time of the latest exchange.</summary>
    public DateTimeOffset? To { get; private set; }

    /// <summary>Exchanges that nobody could judge.</summary>
    public NotEvaluatedTally NotEvaluated { get; } = new();

    /// <summary>What the region policy says.</summary>
    public RegionTally Regions { get; } = new();

    /// <summary>What other policies say.</summary>
    public NoteTally Notes { get; } = new();

    /// <summary>The groups.</summary>
    public GroupTally Groups { get; } = new();

    /// <summary>What a report's pictures need; <see langword="null"/> when no report is wanted.</summary>
    public ReportTally? Report { get; }

    /// <summary>Takes note of an exchange, before anything is known of it.</summary>
    public void Count(DateTimeOffset time)
    {
        Exchanges++;
        From = From is null || time < From ? time : From;
        To = To is null || time > To ? time : To;
    }

    /// <summary>Takes note of what the guard says of an exchange.</summary>
    public void Add(ReadOnlySpan<char> account, DateTimeOffset time, in Verdict verdict)
    {
        Groups.Name(verdict.Subjects.Account, account);
        Report?.Activity.Count(verdict.Subjects.Account, time);
        if (!verdict.IsEvaluated)
        {
            NotEvaluated.Add(verdict.NotEvaluated);
            return;
        }

        foreach (ref readonly Signal signal in verdict.Signals)
        {
            if (signal.Info is { IsPolicy: true, Family: SignalFamily.Origin })
            {
                Regions.Add(account, in signal);
            }
            else if (signal.Info.IsPolicy)
            {
                Notes.Add(account, in signal);
            }
        }

        if (verdict.Level >= VerdictLevel.Elevated) // its group's accusation stands in the records already
        {
            Accuse(account, time, in verdict);
        }
        else if (verdict.Score > 0 && !_byName.ContainsKey(account))
        {
            _watch.Note(account, time, in verdict);
        }
    }

    /// <summary>Takes note of what the analysis plane found: an account of an accused group is accused with it.</summary>
    public void Note(IReadOnlyList<GroupFinding> findings)
    {
        Groups.Note(findings);
        Report?.Note(findings);
        foreach (GroupFinding finding in findings)
        {
            if (finding.Level >= VerdictLevel.Elevated)
            {
                foreach (GroupAccount account in finding.Accounts)
                {
                    Accuse(finding, account);
                }
            }
        }
    }

    /// <summary>The accounts accused: highest score first, then by first alert and name.</summary>
    public IReadOnlyList<AccountRecord> Accused() =>
        [.. _accused.Values
            .OrderByDescending(record => record.Score)
            .ThenBy(record => record.FirstAlert)
            .ThenBy(record => record.Account, StringComparer.Ordinal)];

    /// <summary>The highest scores among those not accused.</summary>
    public IReadOnlyList<AccountRecord> Watched() => _watch.Highest();

    private void Accuse(GroupFinding finding, GroupAccount account)
    {
        string name = Groups.NameOf(account.Account);
        if (!_accused.TryGetValue(name, out AccountRecord? record))
        {
            record = new AccountRecord(name);
            record.Accuse(account.Named, account.ExchangesBefore);
            _accused.Add(name, record);
            _watch.Remove(name);
        }

        record.Join(finding);
    }

    private void Accuse(ReadOnlySpan<char> account, DateTimeOffset time, in Verdict verdict)
    {
        if (_byName.TryGetValue(account, out AccountRecord? known))
        {
            if (verdict.OwnLevel > known.Highest.OwnLevel || (verdict.OwnLevel == known.Highest.OwnLevel && verdict.Score > known.Highest.Score))
            {
                known.Raise(time, in verdict);
            }

            return;
        }

        string name = account.ToString();
        var record = new AccountRecord(name, time, in verdict);
        record.Accuse(time, verdict.AccountExchanges);
        _accused.Add(name, record);
        _watch.Remove(account);
    }
}
