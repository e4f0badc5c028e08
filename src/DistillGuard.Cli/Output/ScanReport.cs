// SPDX-License-Identifier: MIT

using System.Diagnostics;
using DistillGuard.Calibration;
using DistillGuard.Cli.Calibrating;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Scanning;
using DistillGuard.Groups;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Output;

/// <summary>
/// Shows people what a scan found: what was read, who is accused and why, who comes next, and what the region policy
/// says.
/// </summary>
internal sealed class ScanReport
{
    private const int Explained = 5;
    private const int AccountsShown = 10;
    private const int WatchShown = 5;
    private const int RegionsShown = 20;
    private const int NotesShown = 20;
    private const int ReasonsInTable = 2;

    private readonly ToolConsole _console;
    private readonly TextWriter _output;
    private readonly ScanResult _result;
    private readonly PlanNames _plans;

    public ScanReport(ToolConsole console, ScanResult result, PlanNames plans)
    {
        _console = console;
        _output = console.Output;
        _result = result;
        _plans = plans;
    }

    public void Write(ScanSettings settings)
    {
        ReadSummary.Write(_output, _result);
        WriteSetup();
        WriteGroups();
        WriteAccused(settings.Findings);
        WriteCaution();
        WriteWatch();
        WriteRegions();
        WriteNotes();
        if (settings.Verbose)
        {
            WriteRun();
        }

        if (settings.Findings is not null)
        {
            _output.WriteLine();
            _output.WriteLine("Findings written to " + settings.Findings);
        }

        if (settings.Report is not null)
        {
            _output.WriteLine("Report written to " + settings.Report);
        }
    }

    private void WriteSetup()
    {
        IEnumerable<string> detectors = _result.Setup.Guard.Faults.Concat(_result.Setup.Guard.AnalyzerFaults).Select(detector => detector.Detector);
        _output.WriteLine(Words.Of(
            $"Detectors: {string.Join(", ", detectors)}. Region policy: {_result.Setup.RegionPolicy}."));
        _output.WriteLine(Words.Of(
            $"Budget: {_result.Budget.PerAccountDay:G4} false accusations per benign account-day, so the bar is " +
                $"{_result.Setup.Guard.Bar:F1}{BarBasis()}."));
        if (_result.Setup.Guard.Calibration is not { } calibration)
        {
            _output.WriteLine(Words.Of(
                $"Calibration: {GuardCalibration.Default.Name}, of {Words.Count(GuardCalibration.Default.MadeFrom.AccountDays, "benign account-day")}. Nothing is known to be common, so whatever accounts share may link them; 'distillguard calibrate' learns it from your own benign traffic."));
            return;
        }

        foreach (SegmentBar own in calibration.AccountBars(_result.Budget.PerAccountDay).Own)
        {
            _output.WriteLine(Words.Of(
                $"Accounts of {SegmentDimensionNames.ToName(own.Segment.Dimension)} {DisplayText.Clean(_plans.Of(own.Segment))} have a bar of {own.Bar:F1}: {own.Exceeded:N0} of their {Words.Count(own.Segment.AccountDays, "benign account-day")} reached that of all."));
        }

        _output.WriteLine(Words.Of(
            $"Calibration: {DisplayText.Clean(calibration.Name)}, of " +
                $"{Words.Count(calibration.MadeFrom.AccountDays, "benign account-day")}. Its {Words.Count(calibration.CommonPieces.Count, "common piece")} link nobody."));
    }

    private string BarBasis()
    {
        if (_result.Setup.Guard.Calibration is not { } calibration)
        {
            return " (assumed: no benign traffic stands behind it)";
        }

        BarEstimate bar = calibration.AccountBar(_result.Budget.PerAccountDay);
        string days = Words.Of($"{bar.Exceeded:N0} of {Words.Count(bar.Units, "benign account-day")} reached it, so at most {bar.UpperRate:G2} do with 95 % confidence");
        return bar.Basis switch
        {
            DistillGuard.Calibration.BarBasis.Assumed => $" (assumed: too little benign traffic for this budget; {days})",
            DistillGuard.Calibration.BarBasis.Tail => $" (from the fitted tail; {days})",
            _ => $" ({days})",
        };
    }

    private void WriteAccused(string? findings)
    {
        _output.WriteLine();
        IReadOnlyList<AccountRecord> alone = [.. _result.Accounts.Where(record => record.Group is null || record.Highest.OwnLevel != VerdictLevel.None)];
        int withGroup = _result.Accounts.Count(record => record.Group is not null);
        if (_result.Accounts.Count == 0)
        {
            _output.WriteLine("No account is accused at this budget.");
            return;
        }

        if (withGroup > 0)
        {
            _output.WriteLine(Words.Of($"{Words.Count(withGroup, "account")} accused as members of the groups above."));
        }

        if (alone.Count == 0)
        {
            return;
        }

        _output.WriteLine(Words.Of($"{Words.Count(alone.Count, "account")} accused:"));
        var table = new TextTable(
            "account", "level", ">score", ">bar", "families", "first alert", ">exchanges before", "strongest reasons");
        foreach (AccountRecord record in alone)
        {
            table.Add(
                DisplayText.Clean(record.Account),
                Names.Of(record.Level),
                Words.Of($"{record.Score:F1}"),
                Words.Of($"{record.Bar:F1}"),
                string.Join(", ", Names.Of(record.Families)),
                Words.Of(record.FirstAlert!.Value),
                Words.Of($"{record.ExchangesBeforeAlert:N0}"),
                Strongest(record.Reasons));
        }

        table.WriteTo(_console);
        WriteExplanations(alone, findings);
    }

    private void WriteExplanations(IReadOnlyList<AccountRecord> records, string? findings)
    {
        foreach (AccountRecord record in records.Take(Explained))
        {
            _output.WriteLine();
            _output.WriteLine(Words.Of($"{DisplayText.Clean(record.Account)}, at its highest score " +
                $"({Words.Of(record.HighestTime)}):"));
            WriteIndented(record.Highest.Explain());
        }

        int rest = records.Count - Explained;
        if (rest > 0)
        {
            _output.WriteLine();
            _output.WriteLine(findings is null
                ? Words.Of($"{Words.Count(rest, "further account")} explained in the findings file; ask for it with --findings FILE.")
                : Words.Of($"{Words.Count(rest, "further account")} explained in the findings file."));
        }
    }

    private void WriteCaution()
    {
        if (_result.Accounts.Count > 0)
        {
            _output.WriteLine();
            _output.WriteLine(
                "A finding is a reason to look at an account, not proof of what its answers were used for.");
        }
    }

    private void WriteIndented(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            _output.WriteLine("  " + line);
        }
    }

    private void WriteGroups()
    {
        foreach (GroupRecord record in _result.Groups)
        {
            GroupFinding finding = record.Finding;
            _output.WriteLine();
            _output.WriteLine(Words.Of(
                $"Group {record.Name}, accused since {Words.Of(finding.FirstAlert!.Value)}, after {Words.Count(finding.ExchangesBeforeAlert, "exchange")} of its accounts:"));
            WriteIndented(finding.Explain());
            IEnumerable<string> shown = record.Accounts.Take(AccountsShown).Select(account => DisplayText.Clean(account));
            int rest = record.Accounts.Count - AccountsShown;
            _output.WriteLine(Words.Of(
                $"  Accounts: {string.Join(", ", shown)}{(rest > 0 ? Words.Of($" and {rest:N0} more") : string.Empty)}."));
        }
    }

    private void WriteWatch()
    {
        if (_result.Watch.Count == 0)
        {
            return;
        }

        _output.WriteLine();
        _output.WriteLine("Highest scores among the others (not accused):");
        var table = new TextTable("account", ">score", "families", "strongest reasons");
        foreach (AccountRecord record in _result.Watch.Take(WatchShown))
        {
            table.Add(
                DisplayText.Clean(record.Account),
                Words.Of($"{record.Score:F1}"),
                string.Join(", ", Names.Of(record.Families)),
                Strongest(record.Reasons));
        }

        table.WriteTo(_console);
    }

    private void WriteRegions()
    {
        if (_result.Regions.Count == 0)
        {
            return;
        }

        _output.WriteLine();
        _output.WriteLine("Region policy (terms of use, no evidence of distillation, never part of a score):");
        var table = new TextTable("account", "country", ">exchanges", "reason");
        foreach (RegionFinding row in _result.Regions.Take(RegionsShown))
        {
            table.Add(DisplayText.Clean(row.Account), row.Country, Words.Of($"{row.Exchanges:N0}"), row.Info.Id);
        }

        table.WriteTo(_console);
        long rest = _result.Regions.Count - RegionsShown;
        if (rest > 0)
        {
            _output.WriteLine(Words.Of($"{rest:N0} more rows stand in the findings file."));
        }

        if (_result.Collected.Regions.NotListed > 0)
        {
            _output.WriteLine(Words.Of(
                $"{_result.Collected.Regions.NotListed:N0} exchanges are beyond the {RegionTally.MaximumRows:N0} " +
                    $"rows kept."));
        }
    }

    private void WriteNotes()
    {
        if (_result.Notes.Count == 0)
        {
            return;
        }

        _output.WriteLine();
        _output.WriteLine("Notes (no evidence of distillation, never part of a score):");
        var table = new TextTable("account", ">exchanges", "reason", "at its highest");
        foreach (PolicyNote row in _result.Notes.Take(NotesShown))
        {
            table.Add(
                DisplayText.Clean(row.Account), Words.Of($"{row.Exchanges:N0}"), row.Strongest.Info.Id, row.Strongest.Describe());
        }

        table.WriteTo(_console);
        if (_result.Notes.Count > NotesShown)
        {
            _output.WriteLine(Words.Of($"{_result.Notes.Count - NotesShown:N0} more rows stand in the findings file."));
        }
    }

    private void WriteRun()
    {
        using var process = Process.GetCurrentProcess();
        _output.WriteLine();
        _output.WriteLine(Words.Of($"Rules: {_result.Setup.Rules}"));
        _output.WriteLine(Words.Of(
            $"Memory: {process.PeakWorkingSet64 / 1e6:N0} MB at its peak, of which " +
                $"{_result.Setup.Guard.SubjectBytes / 1e6:N0} MB for subjects."));
        _output.WriteLine(Words.Of(
            $"Signals dropped: {_result.Guard.DroppedSignals:N0}. Subjects forgotten: {_result.Guard.Evictions:N0}."));
    }

    private static string Strongest(IReadOnlyList<Signal> reasons) =>
        string.Join("; ", reasons.Take(ReasonsInTable).Select(signal => signal.Info.Title));
}
