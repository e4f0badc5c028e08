// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.TrafficLogs;

namespace DistillGuard.Cli.Output;

/// <summary>Says on standard error what was wrong with the input although the scan went on.</summary>
internal sealed class ScanComplaints
{
    private const int ShownProblems = 5;

    private readonly ToolConsole _console;

    public ScanComplaints(ToolConsole console) => _console = console;

    public void Show(ScanResult result)
    {
        foreach (TrafficLogProblem problem in result.Problems.Take(ShownProblems))
        {
            _console.Complain(DisplayText.Clean(problem.ToString(), int.MaxValue));
        }

        long concerned = result.Log.Skipped + result.Log.Incomplete;
        if (concerned > ShownProblems)
        {
            _console.Complain(Words.Of(
                $"{result.Log.Skipped:N0} lines skipped and {result.Log.Incomplete:N0} read in part in all; the " +
                    $"first {ShownProblems} problems are above."));
        }

        if (result.Log.OutOfOrder > 0)
        {
            _console.Complain(Words.Of(
                $"{result.Log.OutOfOrder:N0} lines are older than the line before them; rates may be misjudged, so " +
                    $"sort the log by time."));
        }

        if (result.Setup is { RegionPolicy: not "none", OriginWarning: { } warning })
        {
            _console.Complain(warning);
        }

        if (result.Setup.Guard.Calibration is { } calibration && calibration.Rules != result.Setup.Rules)
        {
            _console.Complain(
                $"--calibration {DisplayText.Clean(calibration.Name)}: it was made with other rules " +
                    $"({DisplayText.Clean(calibration.Rules)}); what it holds to be common is so all the same, but its scores are not of these rules, so calibrate again.");
        }

        if (result is { Fit: { IsOutgrown: true } fit, Setup.Guard.Calibration: { } outgrown })
        {
            _console.Complain(Words.Of(
                $"--calibration {DisplayText.Clean(outgrown.Name)}: it no longer fits this traffic: {fit.Share:0.#%} of {Words.Count(fit.Accounts, "account")} score above what {fit.Expected:0.#%} of its accounts did, and chance does not explain that (p {fit.Probability:0e+0}); its bar is that of other traffic, so calibrate again."));
        }

        if (result.Guard.Evictions > 0)
        {
            _console.Complain(Words.Of(
                $"{result.Guard.Evictions:N0} subjects were forgotten to make room, so their past was lost; scan " +
                    $"fewer accounts at a time."));
        }

        if (result.Guard.Faults > 0)
        {
            IEnumerable<string> faults = result.Setup.Guard.Faults.Concat(result.Setup.Guard.AnalyzerFaults)
                .Where(detector => detector.Count > 0)
                .Select(detector => Words.Of($"{detector.Detector} {detector.Count:N0}"));
            _console.Complain(Words.Of(
                $"{result.Guard.Faults:N0} detector faults ({string.Join(", ", faults)}); those requests were judged " +
                    $"without them. Please report this."));
        }
    }
}
