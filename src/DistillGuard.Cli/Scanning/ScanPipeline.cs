// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Calibrating;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Reports;

namespace DistillGuard.Cli.Scanning;

/// <summary>The whole of a scan: prepare, read, write, show. <c>scan</c> and <c>demo</c> both come here.</summary>
internal static class ScanPipeline
{
    /// <summary>Runs a scan.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="ToolException">Something cannot be read, used or written.</exception>
    /// <exception cref="OperationCanceledException">Somebody stopped it.</exception>
    public static int Run(ScanSettings settings, ToolConsole console, CancellationToken cancellation)
    {
        if (settings.Findings is not null)
        {
            FindingsFile.CheckTarget(settings.Findings, settings.Logs.Where(log => log != LogInputs.StandardInput));
        }

        if (settings.Report is not null)
        {
            ReportFile.CheckTarget(settings);
        }

        GuardSetup setup = GuardSetup.Build(settings);
        var plans = new PlanNames();
        ScanResult result;
        using (LogInputs inputs = LogInputs.Open(settings.Logs, console))
        {
            result = LogScan.Run(settings, setup, inputs, console, cancellation, observer: plans);
        }

        new ScanComplaints(console).Show(result);
        if (settings.Findings is not null)
        {
            FindingsFile.Write(settings.Findings, result, cancellation);
        }

        if (settings.Report is not null)
        {
            ReportFile.Write(settings.Report, result, cancellation);
        }

        new ScanReport(console, result, plans).Write(settings);
        return settings.FailOn is { } level && result.Reaches(level) ? ExitCode.FindingReached : ExitCode.Done;
    }
}
