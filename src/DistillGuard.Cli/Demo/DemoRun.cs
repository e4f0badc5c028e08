// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Output;
using DistillGuard.Cli.Scanning;

namespace DistillGuard.Cli.Demo;

/// <summary>The newcomer's first minute: a sample log, its scan, and what to do next.</summary>
internal static class DemoRun
{
    private const string LogName = "sample.jsonl";
    private const string FindingsName = "findings.json";
    private const string ReportName = "report.html";
    private const string RegionPreset = "common-unsupported-2026-11";

    public static int Run(string folder, ToolConsole console, CancellationToken cancellation)
    {
        MakeFolder(folder);
        string log = Path.Join(folder, LogName);
        string findings = Path.Join(folder, FindingsName);
        string report = Path.Join(folder, ReportName);
        IReadOnlyList<DemoExchange> exchanges = DemoTraffic.Create();
        DemoLog.Write(log, exchanges, cancellation);

        int accounts = exchanges.Select(exchange => exchange.Account.Id).Distinct(StringComparer.Ordinal).Count();
        TextWriter output = console.Output;
        output.WriteLine(Words.Of(
            $"Wrote {log}: {DemoCalendar.Days} days of made-up traffic, {exchanges.Count:N0} exchanges of " +
                $"{accounts:N0} accounts."));
        output.WriteLine("Nearly all are people; some are nightly jobs, a support platform and an evaluation team. " +
            "Six, named harvester,");
        output.WriteLine("run a distillation campaign: they ask day and night for hidden reasoning and for ever " +
            "harder tasks.");
        output.WriteLine("No detector is told so, and names weigh nothing. The scan:");
        output.WriteLine();
        output.WriteLine($"> distillguard scan {log} --regions {RegionPreset} --findings {findings} --report {report}");
        output.WriteLine();
        int code = ScanPipeline.Run(
            new ScanSettings { Logs = [log], Regions = RegionPreset, Findings = findings, Report = report }, console, cancellation);

        output.WriteLine();
        output.WriteLine("Next:");
        output.WriteLine($"  look at the campaign            open {report} in a browser");
        output.WriteLine($"  look at a line of the log       head -n 1 {log}");
        output.WriteLine("  scan a log of your own gateway  distillguard scan LOG.jsonl.gz --findings findings.json");
        output.WriteLine("  see what else it can do         distillguard scan --help");
        return code;
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"--out {folder}: {exception.Message.TrimEnd('.')}; give a folder where this " +
                $"user may write.", exception);
        }
    }
}
