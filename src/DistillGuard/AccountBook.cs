// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Groups;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard;

/// <summary>Keeps what the engine itself remembers of accounts: how much they sent, which group they belong to, which bars held for them. Thread-safe.</summary>
internal sealed class AccountBook
{
    private readonly SubjectMemory _memory;
    private readonly StateSlot<AccountLedger> _ledger;

    public AccountBook(SubjectMemory memory, StateSlot<AccountLedger> ledger)
    {
        _memory = memory;
        _ledger = ledger;
    }

    /// <summary>Counts a request of a held account; says how many that are, and how the account stands as a member of a group.</summary>
    public long Count(SubjectProfile account, out GroupStanding group)
    {
        group = default;
        if (!account.IsPresent)
        {
            return 0;
        }

        ref AccountLedger ledger = ref account.State(_ledger);
        group = ledger.Group;
        return ++ledger.Exchanges;
    }

    /// <summary>
    /// The highest of the day's requests so far, for a day is what was calibrated: whoever is in a segment in the morning is in it at night. So
    /// after a reload a higher bar holds at once, and a lower one from the next day on.
    /// </summary>
    public BarPair BarsOf(SubjectProfile account, DateTimeOffset time, in RequestSegment segment, CalibrationUse calibration)
    {
        BarPair all = calibration.Accounts.Bars;
        if (calibration.Segments.IsEmpty || !account.IsPresent)
        {
            return calibration.Segments.Raise(all, in segment);
        }

        ref AccountLedger ledger = ref account.State(_ledger);
        int day = (int)(time.UtcTicks / TimeSpan.TicksPerDay) + 1;
        if (day > ledger.BarDay)
        {
            ledger.BarDay = day;
            ledger.Bars = all;
        }

        ledger.Bars = calibration.Segments.Raise(ledger.Bars.Or(all), in segment);
        return ledger.Bars;
    }

    /// <summary>
    /// Tells the members of an accused group: from now on every request of one knows how its account stands. Who is forgotten meanwhile is told at
    /// the next look.
    /// </summary>
    public void Tell(GroupFinding finding)
    {
        var standing = new GroupStanding(finding.Number, finding.Level, finding.Score);
        foreach (GroupAccount member in finding.Accounts)
        {
            HeldSubjects held = _memory.HoldKnown(new SubjectKeys { Account = member.Account });
            SubjectProfile account = held.Account;
            if (account.IsPresent)
            {
                ref AccountLedger ledger = ref account.State(_ledger);
                if (ledger.Group.Group == 0 || ledger.Group.Group == finding.Number || ledger.Group.Score < finding.Score)
                {
                    ledger.Group = standing;
                }
            }

            held.Release();
        }
    }
}
