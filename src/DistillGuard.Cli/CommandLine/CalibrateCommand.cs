// SPDX-License-Identifier: MIT

using System.CommandLine;
using DistillGuard.Calibration;
using DistillGuard.Cli.Calibrating;
using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.CommandLine;

/// <summary><c>distillguard calibrate LOG…</c></summary>
internal static class CalibrateCommand
{
    private static readonly string[] Examples =
    [
        "distillguard calibrate benign-week.jsonl.gz --out calibration.json",
        "distillguard calibrate monday.jsonl.gz tuesday.jsonl.gz --out calibration.json --secret gateway.secret",
        "distillguard calibrate benign-week.jsonl.gz --out calibration.json --segments plan,kind",
        "distillguard scan gateway.jsonl.gz --calibration calibration.json",
    ];

    public static ToolCommand Create(ToolConsole console)
    {
        Argument<string[]> logs = LogOptions.Logs();
        Option<string[]> rules = LogOptions.Rules();
        Option<string?> secret = LogOptions.Secret();
        var file = new Option<string>("--out")
        {
            Description = "Where the calibration is written, as JSON.",
            HelpName = "FILE",
            Required = true,
        };
        Option<SegmentDimensions> segments = SegmentsOption.Create();
        var command = new ToolCommand(
            "calibrate",
            "Reads benign traffic and writes down what its accounts share and how high their scores rise.",
            Examples)
        {
            logs, file, segments, rules, secret,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = new CalibrateSettings
            {
                Logs = parsed.GetRequiredValue(logs),
                Out = parsed.GetRequiredValue(file),
                Segments = parsed.GetValue(segments),
                Rules = parsed.GetValue(rules) ?? [],
                Secret = parsed.GetValue(secret),
            };
            return ToolCommandLine.GuardAsync(console, () => CalibratePipeline.Run(settings, console, cancellation));
        });
        return command;
    }
}
