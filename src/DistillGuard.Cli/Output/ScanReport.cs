// SPDX-License-Identifier: MIT

using System.Diagnostics;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Scanning;
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
    private const int WatchShown = 5;
    private const int RegionsShown = 20;
    private const int ReasonsInTable = 2;

    private readonly ToolConsole _console;
    private readonly TextWriter _output;
    private readonly ScanResult _result;

    public ScanReport(ToolConsole console, ScanResult result)
    {
        _console = console;
        _output = console.Output;
        _result = result;
    }

    public void Write(ScanSettings settings)
    {
        WriteRead();
        WriteSetup();
        WriteAccused();
        WriteExplanations(settings.Findings);
        WriteWatch();
        WriteRegions();
        if (settings.Verbose)
        {
            WriteRun();
        }

        if (settings.Findings is not null)
        {
            _output.WriteLine();
            _output.WriteLine("Findings written to " + settings.Findings);
        }
    }

    private void WriteRead()
    {
        FindingsCollector collected = _result.Collected;
        string span = collected.From is { } from && collected.To is { } to
            ? Words.Of($", {Words.Of(from)} to {Words.Of(to)}")
            : string.Empty;
        _output.WriteLine(Words.Of(
            $"Read {Words.Count(_result.Log.Exchanges, "exchange")} of " +
                $"{Words.Count(_result.Guard.Accounts, "account")}{span}{Speed()}."));
        if (_result.Log.Skipped > 0)
        {
            _output.WriteLine(Words.Of($"Skipped {Words.Count(_result.Log.Skipped, "line")}: not of a traffic log."));
        }

        long notEvaluated = collected.NotEvaluated.Total;
        if (notEvaluated > 0)
        {
            IEnumerable<string> reasons = collected.NotEvaluated.Reasons
                .Select(reason => Words.Of($"{reason.Reason} {reason.Count:N0}"));
            _output.WriteLine(Words.Of(
                $"Not evaluated: {Words.Count(notEvaluated, "exchange")} ({string.Join(", ", reasons)}). That is not " +
                    $"the same as clean."));
        }
    }

    private string Speed()
    {
        double seconds = _result.Elapsed.TotalSeconds;
        return seconds > 0
            ? Words.Of($", in {seconds:F1} s ({_result.Log.Exchanges / seconds:N0} a second)")
            : string.Empty;
    }

    private void WriteSetup()
    {
        IEnumerable<string> detectors = _result.Setup.Guard.Faults.Select(detector => detector.Detector);
        _output.WriteLine(Words.Of(
            $"Detectors: {string.Join(", ", detectors)}. Region policy: {_result.Setup.RegionPolicy}."));
        _output.WriteLine(Words.Of(
            $"Budget: {_result.Budget.PerAccountDay:G4} false accusations per benign account-day, so the bar is " +
                $"{_result.Setup.Guard.Bar:F1} (default calibration)."));
    }

    private void WriteAccused()
    {
        _output.WriteLine();
        if (_result.Accounts.Count == 0)
        {
            _output.WriteLine("No account is accused at this budget.");
            return;
        }

        _output.WriteLine(Words.Of($"{Words.Count(_result.Accounts.Count, "account")} accused:"));
        var table = new TextTable(
            "account", "level", ">score", ">bar", "families", "first alert", ">exchanges before", "strongest reasons");
        foreach (AccountRecord record in _result.Accounts)
        {
            ref readonly Verdict highest = ref record.Highest;
            table.Add(
                DisplayText.Clean(record.Account),
                Names.Of(highest.Level),
                Words.Of($"{highest.Score:F1}"),
                Words.Of($"{highest.Bar:F1}"),
                string.Join(", ", Names.Of(highest.Families)),
                Words.Of(record.FirstAlert!.Value),
                Words.Of($"{record.ExchangesBeforeAlert:N0}"),
                Strongest(highest.Signals));
        }

        table.WriteTo(_console);
    }

    private void WriteExplanations(string? findings)
    {
        foreach (AccountRecord record in _result.Accounts.Take(Explained))
        {
            _output.WriteLine();
            _output.WriteLine(Words.Of($"{DisplayText.Clean(record.Account)}, at its highest score " +
                $"({Words.Of(record.HighestTime)}):"));
            foreach (string line in record.Highest.Explain().Split('\n'))
            {
                _output.WriteLine("  " + line);
            }
        }

        int rest = _result.Accounts.Count - Explained;
        if (rest > 0)
        {
            _output.WriteLine();
            _output.WriteLine(findings is null
                ? Words.Of($"{Words.Count(rest, "further account")} explained in the findings file; ask for it with --findings FILE.")
                : Words.Of($"{Words.Count(rest, "further account")} explained in the findings file."));
        }

        if (_result.Accounts.Count > 0)
        {
            _output.WriteLine();
            _output.WriteLine(
                "A finding is a reason to look at an account, not proof of what its answers were used for.");
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
            ref readonly Verdict highest = ref record.Highest;
            table.Add(
                DisplayText.Clean(record.Account),
                Words.Of($"{highest.Score:F1}"),
                string.Join(", ", Names.Of(highest.Families)),
                Strongest(highest.Signals));
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

    private static string Strongest(ReadOnlySpan<Signal> signals) =>
        string.Join("; ", Reasons.ByWeight(signals).Take(ReasonsInTable).Select(signal => signal.Info.Title));
}
