// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.Calibrating;

/// <summary>Shows people what was learned, and who of the benign would have been accused.</summary>
internal sealed class CalibrateReport
{
    private const int NamesShown = 10;

    private readonly TextWriter _output;
    private readonly ScanResult _result;
    private readonly GuardCalibration _calibration;
    private readonly SegmentTable _segments;

    public CalibrateReport(ToolConsole console, ScanResult result, GuardCalibration calibration, PlanNames plans)
    {
        _output = console.Output;
        _result = result;
        _calibration = calibration;
        _segments = new SegmentTable(console, calibration, plans);
    }

    public void Write(string path)
    {
        ReadSummary.Write(_output, _result);
        CalibrationTraffic from = _calibration.MadeFrom;
        _output.WriteLine(Words.Of(
            $"Common template pieces: {_calibration.CommonPieces.Count:N0}, each sent by {_calibration.CommonFrom:N0} " +
                $"organizations or more."));
        _output.WriteLine(Words.Of(
            $"Highest score of a benign account in a day: {Highest(_calibration.AccountMaxima)}, of " +
                $"{Words.Count(from.AccountDays, "account-day")}."));
        _output.WriteLine(from.WatchedDays == 0
            ? "Groups were not watched: that takes a second day, on which the first tells what is common. Calibrate on several days."
            : Words.Of(
                $"Highest score of a benign group in a day: {Highest(_calibration.GroupMaxima)}, of " +
                    $"{Words.Count(from.GroupDays, "group-day")} on {Words.Count(from.WatchedDays, "day")} after the first."));
        _segments.Write();
        WriteAccused();
        _output.WriteLine();
        _output.WriteLine("Calibration written to " + path);
    }

    private static string Highest(IReadOnlyList<float> maxima) => maxima.Count == 0 ? "0" : Words.Of($"{maxima[0]:F1}");

    private void WriteAccused()
    {
        if (_result.Accounts.Count == 0 && _result.Groups.Count == 0)
        {
            _output.WriteLine("No account and no group was accused while calibrating.");
            return;
        }

        IEnumerable<string> names = _result.Accounts.Take(NamesShown).Select(account => DisplayText.Clean(account.Account));
        _output.WriteLine();
        _output.WriteLine(Words.Of(
            $"{Words.Count(_result.Accounts.Count, "account")} and {Words.Count(_result.Groups.Count, "group")} were accused " +
                $"while calibrating, at the default budget: {string.Join(", ", names)}{(_result.Accounts.Count > NamesShown ? ", …" : string.Empty)}."));
        _output.WriteLine(
            "They were learned from like all others, for a calibration log is taken for benign: what they share will link nobody.");
        _output.WriteLine(
            "'distillguard scan' of the same log says why. If one of them is a campaign, take it out of the log and calibrate again.");
    }
}
