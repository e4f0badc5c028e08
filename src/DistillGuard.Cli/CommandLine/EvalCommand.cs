// SPDX-License-Identifier: MIT

using System.CommandLine;
using DistillGuard.Cli.Evaluating;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Scanning;

namespace DistillGuard.Cli.CommandLine;

/// <summary><c>distillguard eval LOG --labels FILE</c></summary>
internal static class EvalCommand
{
    private static readonly string[] Examples =
    [
        "distillguard eval week.jsonl.gz --labels week.labels.csv --budget 1e-3",
        "distillguard eval week.jsonl.gz --labels week.labels.csv --calibration calibration.json --out week-eval",
    ];

    public static ToolCommand Create(ToolConsole console)
    {
        Argument<string[]> logs = LogOptions.Logs();
        Option<string[]> rules = LogOptions.Rules();
        Option<string?> secret = LogOptions.Secret();
        Option<string?> calibration = LogOptions.Calibration();
        Option<double> budget = LogOptions.Budget();
        var labels = new Option<string>("--labels")
        {
            Description = "What is true: a file with the columns account,label,campaign,segment; a label is distill or benign.",
            HelpName = "FILE",
            Required = true,
        };
        var folder = new Option<string?>("--out")
        {
            Description = "Folder for quality.html, report.html, evaluation.json and findings.json; made if it is not there.",
            HelpName = "DIR",
        };
        var noAblation = new Option<bool>("--no-ablation")
        {
            Description = "Leaves out the scans without each family of evidence, which take most of the time.",
        };
        var command = new ToolCommand(
            "eval",
            "Scans a log whose truth is known and says how good the findings are: recall, false accusations, time to detect, baselines.",
            Examples)
        {
            logs, labels, calibration, rules, budget, folder, secret, noAblation,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var scan = new ScanSettings
            {
                Logs = parsed.GetRequiredValue(logs),
                Calibration = parsed.GetValue(calibration),
                Secret = parsed.GetValue(secret),
                Rules = parsed.GetValue(rules) ?? [],
                Budget = parsed.GetValue(budget),
            };
            var settings = new EvalSettings(scan, parsed.GetRequiredValue(labels), parsed.GetValue(folder), !parsed.GetValue(noAblation));
            return ToolCommandLine.GuardAsync(console, () => EvalPipeline.Run(settings, console, cancellation));
        });
        return command;
    }
}
