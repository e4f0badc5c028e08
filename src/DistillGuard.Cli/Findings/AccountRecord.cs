// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Signals;
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

    /// <summary>Makes the record of an account that is accused with its group, whatever it did by itself.</summary>
    public AccountRecord(string account) => Account = account;

    /// <summary>The account's id as the log gives it.</summary>
    public string Account { get; }

    /// <summary>When it was first accused; <see langword="null"/> when it was not.</summary>
    public DateTimeOffset? FirstAlert { get; private set; }

    /// <summary>Its exchanges up to and including the one at which it was first accused.</summary>
    public long ExchangesBeforeAlert { get; private set; }

    /// <summary>The accused group it belongs to, the highest of several; <see langword="null"/> for none.</summary>
    public GroupFinding? Group { get; private set; }

    /// <summary>Whether its own verdict accuses it, or only its group's finding.</summary>
    private bool IsOwn => Group is null || _highest.OwnLevel > Group.Level || (_highest.OwnLevel == Group.Level && _highest.Score >= Group.Score);

    /// <summary>How it stands: by itself or with its group, whichever is higher.</summary>
    public VerdictLevel Level => IsOwn ? _highest.OwnLevel : Group!.Level;

    /// <summary>The score that says so.</summary>
    public float Score => IsOwn ? _highest.Score : Group!.Score;

    /// <summary>The bar of that score.</summary>
    public float Bar => IsOwn ? _highest.Bar : Group!.Bar;

    /// <summary>The families behind it.</summary>
    public SignalFamilies Families => IsOwn ? _highest.Families : Group!.Families;

    /// <summary>The evidence behind it.</summary>
    public IReadOnlyList<Signal> Reasons => Findings.Reasons.ByWeight(IsOwn ? _highest.Signals : Group!.Signals.ToArray());

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

    /// <summary>Notes a finding about its group.</summary>
    public void Join(GroupFinding finding)
    {
        if (Group is null || Group.Number == finding.Number || finding.Score > Group.Score)
        {
            Group = finding;
        }
    }

    /// <summary>Takes a verdict as the highest so far.</summary>
    public void Raise(DateTimeOffset time, in Verdict verdict)
    {
        HighestTime = time;
        _highest = verdict;
    }
}
