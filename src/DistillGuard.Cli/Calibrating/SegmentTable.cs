// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.Calibrating;

/// <summary>Shows people how the segments of a calibration stand to its bar.</summary>
internal sealed class SegmentTable
{
    // The tightest of these that the traffic is enough for: at a tighter one every segment is thin, and there is nothing to see.
    private static readonly double[] Budgets = [1e-4, 1e-3, 1e-2];

    private readonly ToolConsole _console;
    private readonly GuardCalibration _calibration;
    private readonly PlanNames _plans;

    public SegmentTable(ToolConsole console, GuardCalibration calibration, PlanNames plans)
    {
        _console = console;
        _calibration = calibration;
        _plans = plans;
    }

    public void Write()
    {
        if (_calibration.Segments.Count == 0)
        {
            _console.Output.WriteLine("Segments: none are told apart, so one bar is for all.");
            return;
        }

        (double budget, AccountBars bars) = Choose();
        _console.Output.WriteLine();
        _console.Output.WriteLine(Words.Of($"Segments, at a budget of {budget:G4} per account-day and the bar of all, {bars.Pooled.Bar:F1}:"));
        var table = new TextTable("segment", "", ">accounts", ">account-days", ">reached it", ">at most (95 %)", ">bar", "");
        foreach (SegmentBar bar in bars.Segments)
        {
            table.Add(
                SegmentDimensionNames.ToName(bar.Segment.Dimension),
                DisplayText.Clean(_plans.Of(bar.Segment)),
                Words.Of($"{bar.Segment.Accounts:N0}"),
                Words.Of($"{bar.Segment.AccountDays:N0}"),
                Words.Of($"{bar.Exceeded:N0}"),
                Words.Of($"{bar.UpperRate:G2}"),
                Words.Of($"{bar.Bar:F1}"),
                Said(bar.Basis));
        }

        table.WriteTo(_console);
        _console.Output.WriteLine(Words.Of(
            $"Thin: fewer than about {3 / budget:N0} account-days, too few to tell at this budget, so pooled: the bar of all. No segment has a lower one. An account counts in every segment it was in on a day."));
    }

    private (double Budget, AccountBars Bars) Choose()
    {
        foreach (double budget in Budgets)
        {
            AccountBars bars = _calibration.AccountBars(budget);
            if (bars.Pooled.Basis is BarBasis.Observed or BarBasis.Limited)
            {
                return (budget, bars);
            }
        }

        return (Budgets[^1], _calibration.AccountBars(Budgets[^1]));
    }

    private static string Said(SegmentBasis basis) => basis switch
    {
        SegmentBasis.Own => "its own",
        SegmentBasis.Thin => "pooled: thin",
        _ => "pooled",
    };
}
