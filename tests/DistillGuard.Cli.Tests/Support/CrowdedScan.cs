// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Reports;
using DistillGuard.Cli.Scanning;
using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Support;

/// <summary>A scan that found more of everything than a report shows, every text as long and as hostile as it can be.</summary>
internal static class CrowdedScan
{
    public const int Beyond = 3;
    public const int Groups = ReportLimits.Groups + ReportLimits.FurtherGroups + Beyond;
    public const int Members = ReportLimits.Members + Beyond;
    public const int Alone = ReportLimits.Alone + Beyond;
    public const int PolicyRows = ReportLimits.PolicyRows + Beyond;

    // The schema of rules allows titles of 120 characters, and nobody writes more than 500 about an innocent customer.
    private static readonly SignalInfo Wordy = new()
    {
        Id = "test.wordy",
        Title = HostileText.Sentence(120),
        Family = SignalFamily.Content,
        Reason = HostileText.Sentence(300) + " {0:F1} where {1:F1} is usual",
        Innocent = HostileText.Sentence(500),
    };

    /// <summary>Makes it; every call gives the same.</summary>
    public static ScanResult Result()
    {
        var scan = new ScriptedScan(Wordy);
        FindingsCollector collector = scan.Collector;
        string evidence = string.Join(' ', Enumerable.Repeat("wordy=6", SignalBuffer.FamilyCapacity).Concat(Enumerable.Repeat("volume=4", SignalBuffer.FamilyCapacity)));
        for (int i = 0; i < Alone; i++)
        {
            SubjectKey key = scan.Send(HostileText.Name(i), evidence);
            Busy(collector.Report!.Activity, key, i);
        }

        for (int i = 0; i < PolicyRows; i++)
        {
            scan.Send(HostileText.Name(1_000 + i), "content=5 region=CU note=30");
        }

        for (int i = 0; i < Members; i++)
        {
            collector.Groups.Name(Member(i), HostileText.Name(2_000 + i));
            Busy(collector.Report!.Activity, Member(i), i);
        }

        for (int look = 0; look < ScoreHistory.MaximumPoints; look++)
        {
            collector.Note([.. Enumerable.Range(1, Groups + GroupTally.Shown + Beyond).Select(number => Group(number, look))]);
        }

        return Result(collector);
    }

    /// <summary>What was collected, as the report takes it.</summary>
    public static ScanResult Result(FindingsCollector collector) => new()
    {
        Log = default,
        Problems = [],
        Guard = default,
        Setup = GuardSetup.Build(new ScanSettings { Logs = [] }),
        Budget = FalseAlarmBudget.Default,
        Collected = collector,
        Accounts = collector.Accused(),
        Watch = collector.Watched(),
        Groups = collector.Groups.Accused,
        GroupWatch = collector.Groups.Watched,
        Regions = collector.Regions.Rows(),
        Notes = collector.Notes.Rows(),
        Elapsed = TimeSpan.Zero,
    };

    private static SubjectKey Member(int number) => new((ulong)number + 1, 7);

    // A mark of another strength in every bin: no two neighbours are drawn as one.
    private static void Busy(ActivityTally activity, SubjectKey key, int shift)
    {
        for (int bin = 0; bin < ActivityTally.MaximumBins; bin++)
        {
            for (int i = 0; i < 1 + (3 * ((bin + shift) % 3)); i++)
            {
                activity.Count(key, ScriptedScan.Start.AddSeconds(225 * bin));
            }
        }
    }

    private static GroupFinding Group(int number, int look)
    {
        bool isAccused = number <= Groups;
        DateTimeOffset time = ScriptedScan.Start.AddMinutes(look);
        return new GroupFinding
        {
            Number = number,
            Level = isAccused ? VerdictLevel.High : VerdictLevel.None,
            Score = 30 - (number / 10f),
            Bar = 9,
            Families = SignalFamilies.Content | SignalFamilies.Timing,
            Signals = [.. Enumerable.Repeat(new Signal(Wordy, 4, 1, 2), SignalBuffer.Capacity)],
            Accounts = [.. Enumerable.Range(0, Members).Select(i => new GroupAccount(Member(i), isAccused ? time : default, 12_345))],
            Organizations = Members,
            Pieces = 100,
            Pool = PoolKind.None,
            Exchanges = 1_000_000,
            FirstAlert = isAccused ? ScriptedScan.Start : null,
            ExchangesBeforeAlert = 1_000_000,
            HighestTime = time,
            LatestScore = look % 2 == 0 ? 12.3f + number : 3.4f,
            LatestAccusableScore = 12,
            LatestTime = time,
        };
    }
}
