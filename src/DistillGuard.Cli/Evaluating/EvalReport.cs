// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.Evaluating;

/// <summary>Shows people what an evaluation says.</summary>
internal sealed class EvalReport
{
    private const int SegmentsShown = 15;

    private readonly ToolConsole _console;
    private readonly TextWriter _output;
    private readonly EvalResult _result;
    private readonly LabelledScan _scan;

    public EvalReport(ToolConsole console, EvalResult result, LabelledScan scan)
    {
        _console = console;
        _output = console.Output;
        _result = result;
        _scan = scan;
    }

    public void Write(string? folder)
    {
        ReadSummary.Write(_output, _scan.Scan);
        WriteHeadline();
        WriteCampaigns();
        WriteSegments();
        WriteReliability();
        WriteBaselines();
        WriteAblation();
        if (folder is not null)
        {
            _output.WriteLine();
            _output.WriteLine("Evaluation written to " + folder);
        }
    }

    private static string Shown(Rate rate) => Words.Of($"{rate.Events:N0} of {rate.Trials:N0}");

    private static string WithInterval(Rate rate) => Words.Of($"{rate.Value:0.#%} ({rate.Lower:0.#%} to {rate.Upper:0.#%})");

    private static string Scientific(Rate rate) => Words.Of($"{rate.Value:0.0e+0} ({rate.Lower:0.0e+0} to {rate.Upper:0.0e+0})");

    private void WriteHeadline()
    {
        _output.WriteLine(Words.Of(
            $"Budget: {_result.Budget:G4} false accusations per benign account-day. Bars: account {_result.AccountBar:F1}, group {_result.GroupBar:F1} (calibration: {DisplayText.Clean(_result.Calibration)})."));
        if (_result.AccountsWithoutLabel > 0 || _result.LabelsWithoutTraffic > 0)
        {
            _output.WriteLine(Words.Of(
                $"{Words.Count(_result.AccountsWithoutLabel, "account")} of the log without a label and {Words.Count(_result.LabelsWithoutTraffic, "label")} without traffic count nowhere."));
        }

        _output.WriteLine();
        _output.WriteLine(Words.Of($"Campaigns of which an account is accused: {Shown(_result.CampaignRecall)}."));
        _output.WriteLine(Words.Of($"Accounts of campaigns accused: {Shown(_result.Recall)}, {WithInterval(_result.Recall)}."));
        _output.WriteLine(Words.Of(
            $"Benign accounts accused: {_result.FalseAlarms.Events:N0} of {_result.BenignAccounts:N0}; per benign account-day {Scientific(_result.FalseAlarms)}, of {_result.FalseAlarms.Trials:N0}. Groups accused that are at least half benign: {_result.BenignGroups:N0}."));
        _output.WriteLine("Intervals are exact, 95 %, with every account-day taken for independent.");
    }

    private void WriteCampaigns()
    {
        if (_result.Campaigns.Count == 0)
        {
            return;
        }

        Begin("Campaigns");
        var table = new TextTable("Campaign", ">Accused", ">Exchanges", ">Before first alert", ">Hours", ">Leaked");
        foreach (CampaignResult row in _result.Campaigns)
        {
            table.Add(
                DisplayText.Clean(row.Campaign),
                Shown(row.Recall),
                Words.Of($"{row.Exchanges:N0}"),
                row.IsFound ? Words.Of($"{row.ExchangesBeforeAlert:N0}") : "never",
                row.HoursBeforeAlert is { } hours ? Words.Of($"{hours:F1}") : "-",
                Words.Of($"{row.Leaked:0%}"));
        }

        table.WriteTo(_console);
        _output.WriteLine("Leaked: share of the exchanges that accounts sent up to their own accusation.");
    }

    private void WriteSegments()
    {
        Begin("False accusations by kind of customer");
        var table = new TextTable("Kind", ">Accounts", ">Accused", ">Per account-day", ">To all", "Worse");
        SegmentResult[] shown = [.. _result.Segments.OrderByDescending(static row => row.FalseAlarms.Value).ThenByDescending(static row => row.FalseAlarms.Trials).Take(SegmentsShown)];
        foreach (SegmentResult row in shown)
        {
            table.Add(
                DisplayText.Clean(row.Segment),
                Words.Of($"{row.Accounts:N0}"),
                Shown(row.FalseAlarms),
                Scientific(row.FalseAlarms),
                row.Ratio is { } ratio ? Words.Of($"{ratio:F2}") : "-",
                row.IsWorse ? "yes" : string.Empty);
        }

        table.WriteTo(_console);
        if (shown.Length < _result.Segments.Count)
        {
            _output.WriteLine(Words.Of($"and {_result.Segments.Count - shown.Length:N0} more with no higher rate."));
        }
    }

    private void WriteReliability()
    {
        Begin("What the budget says, and what was seen");
        var table = new TextTable(">Stated", ">Bar", ">Accused", ">Observed", ">Recall");
        foreach (ReliabilityResult row in _result.Reliability)
        {
            table.Add(Words.Of($"{row.Stated:0.0e+0}"), Words.Of($"{row.Bar:F1}"), Shown(row.Observed), Scientific(row.Observed), Shown(row.Recall));
        }

        table.WriteTo(_console);
    }

    private void WriteBaselines()
    {
        Begin("Beside simple rules");
        var table = new TextTable("Rule", ">Benign accused", ">Accounts found", ">Campaigns, half or more", ">Area under ROC", ">Average precision");
        foreach (BaselineResult row in _result.Baselines)
        {
            table.Add(
                row.Name,
                Words.Of($"{row.FalseAlarms.Events:N0}"),
                Shown(row.Recall),
                Shown(row.Campaigns),
                Words.Of($"{row.AreaUnderCurve:F3}"),
                Words.Of($"{row.AveragePrecision:F3}"));
        }

        table.WriteTo(_console);
        _output.WriteLine("A simple rule gets the threshold that suits it best on this very log, within the budget; DistillGuard has the bar it had before.");
    }

    private void WriteAblation()
    {
        if (_result.Ablation.Count == 0)
        {
            return;
        }

        Begin("Without one family of evidence");
        var table = new TextTable("Without", ">Accounts found", ">Campaigns", ">Benign accused");
        foreach (AblationResult row in _result.Ablation)
        {
            table.Add(row.Without, Shown(row.Recall), Shown(row.Campaigns), Words.Of($"{row.FalseAlarms.Events:N0}"));
        }

        table.WriteTo(_console);
    }

    private void Begin(string title)
    {
        _output.WriteLine();
        _output.WriteLine(title);
    }
}
