// SPDX-License-Identifier: MIT

using System.CommandLine;
using System.CommandLine.Parsing;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Scanning;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.CommandLine;

/// <summary><c>distillguard scan LOG…</c></summary>
internal static class ScanCommand
{
    private static readonly string[] Examples =
    [
        "distillguard scan gateway.jsonl.gz",
        "distillguard scan monday.jsonl.gz tuesday.jsonl.gz --findings findings.json --fail-on high",
        "distillguard scan gateway.jsonl.gz --calibration calibration.json",
        "distillguard scan gateway.jsonl.gz --report report.html",
        "zcat gateway.jsonl.gz | distillguard scan - --budget 1e-5",
        "distillguard scan gateway.jsonl --rules my-rules --regions common-unsupported-2026-11",
    ];

    public static ToolCommand Create(ToolConsole console)
    {
        Argument<string[]> logs = LogOptions.Logs();
        Option<string[]> rules = LogOptions.Rules();
        Option<string?> secret = LogOptions.Secret();
        Option<string?> calibration = LogOptions.Calibration();
        var regions = new Option<string?>("--regions")
        {
            Description = "Region policy: a preset's name or a file. Shown apart from the findings, never part of a " +
                "score. Default: none.",
            HelpName = "PRESET|FILE",
        };
        Option<double> budget = LogOptions.Budget();
        var findings = new Option<string?>("--findings")
        {
            Description = "Writes the findings as " +
            "JSON.",
            HelpName = "FILE"
        };
        var report = new Option<string?>("--report")
        {
            Description = "Writes a page of HTML to look at: who was accused, when, why. One file, without scripts.",
            HelpName = "FILE.html",
        };
        var failOn = new Option<VerdictLevel?>("--fail-on")
        {
            Description = "Ends with exit code 2 when a finding reaches this level: elevated or high.",
            HelpName = "LEVEL",
            CustomParser = ParseLevel,
        };
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Also shows rule versions, memory and what was " +
            "forgotten."
        };

        var command = new ToolCommand(
            "scan", "Replays traffic logs through the engine a gateway runs, on the logs' own clock.", Examples)
        {
            logs, calibration, rules, regions, budget, findings, report, failOn, secret, verbose,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = new ScanSettings
            {
                Logs = parsed.GetRequiredValue(logs),
                Calibration = parsed.GetValue(calibration),
                Secret = parsed.GetValue(secret),
                Rules = parsed.GetValue(rules) ?? [],
                Regions = parsed.GetValue(regions),
                Budget = parsed.GetValue(budget),
                Findings = parsed.GetValue(findings),
                Report = parsed.GetValue(report),
                FailOn = parsed.GetValue(failOn),
                Verbose = parsed.GetValue(verbose),
            };
            return ToolCommandLine.GuardAsync(console, () => ScanPipeline.Run(settings, console, cancellation));
        });
        return command;
    }

    private static VerdictLevel? ParseLevel(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "elevated":
                return VerdictLevel.Elevated;
            case "high":
                return VerdictLevel.High;
            default:
                result.AddError($"--fail-on {result.Tokens[0].Value}: no such level; write elevated or high");
                return null;
        }
    }
}
