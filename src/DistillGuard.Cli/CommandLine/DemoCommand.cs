// SPDX-License-Identifier: MIT

using System.CommandLine;
using DistillGuard.Cli.Demo;
using DistillGuard.Cli.Output;

namespace DistillGuard.Cli.CommandLine;

/// <summary><c>distillguard demo</c></summary>
internal static class DemoCommand
{
    private const string DefaultFolder = "distillguard-demo";

    private static readonly string[] Examples =
    [
        "distillguard demo",
        "distillguard demo --out /tmp/distillguard-demo",
    ];

    public static ToolCommand Create(ToolConsole console)
    {
        var folder = new Option<string>("--out")
        {
            Description = "Folder for the sample log and its findings; made if need be.",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultFolder,
        };
        var command = new ToolCommand(
            "demo", "Writes a small sample log with a campaign in it, scans it and shows the findings.", Examples)
        {
            folder,
        };
        command.SetAction((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(folder);
            return ToolCommandLine.GuardAsync(console, () => DemoRun.Run(path, console, cancellation));
        });
        return command;
    }
}
