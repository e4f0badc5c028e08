// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;
using DistillGuard.Cli.Scanning;

namespace DistillGuard.Load.Replaying;

/// <summary>Replays a traffic log through the gateway, scans the same log, and compares the two files of findings byte by byte.</summary>
internal static class ReplayRun
{
    /// <summary>Does it; <c>gateway.json</c> and <c>scan.json</c> stay in the folder of <c>--out</c>.</summary>
    /// <returns>0 when the findings are the same, 2 when they are not.</returns>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        string folder = arguments.Text("--out") ?? ".";
        Directory.CreateDirectory(folder);
        var settings = new ScanSettings
        {
            Logs = arguments.Rest(),
            Calibration = arguments.Text("--calibration"),
            Findings = Path.Combine(folder, "gateway.json"),
        };
        ToolConsole console = ToolConsole.OfProcess();
        long started = console.Time.GetTimestamp();
        long exchanges = await GatewayReplay.RunAsync(settings, console);
        Console.WriteLine($"{exchanges} exchanges went through the gateway in {console.Time.GetElapsedTime(started).TotalSeconds:F0} s");

        ScanSettings scan = settings with { Findings = Path.Combine(folder, "scan.json") };
        ScanPipeline.Run(scan, new ToolConsole { Output = TextWriter.Null, Error = Console.Error, OpenInput = console.OpenInput }, CancellationToken.None);
        bool isSame = File.ReadAllBytes(settings.Findings).AsSpan().SequenceEqual(File.ReadAllBytes(scan.Findings));
        Console.WriteLine(isSame
            ? $"{settings.Findings} and {scan.Findings} are the same, byte for byte"
            : $"{settings.Findings} and {scan.Findings} differ; compare them with diff");
        return isSame ? 0 : 2;
    }
}
