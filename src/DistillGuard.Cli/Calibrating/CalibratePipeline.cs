// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Scanning;

namespace DistillGuard.Cli.Calibrating;

/// <summary>The whole of <c>calibrate</c>: a scan of benign logs that learns from them.</summary>
internal static class CalibratePipeline
{
    private const string OutOption = "--out";

    /// <summary>Calibrates.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="ToolException">Something cannot be read, used or written.</exception>
    /// <exception cref="OperationCanceledException">Somebody stopped it.</exception>
    public static int Run(CalibrateSettings settings, ToolConsole console, CancellationToken cancellation)
    {
        var file = new WholeFile(OutOption, settings.Out);
        file.CheckTarget("calibration.json", settings.Logs.Where(log => log != LogInputs.StandardInput));
        ScanSettings scan = settings.ToScan();
        GuardSetup setup = GuardSetup.Build(scan);
        var recorder = new CalibrationRecorder(setup.Guard, settings.Segments);
        var plans = new PlanNames();
        ScanResult result;
        using (LogInputs inputs = LogInputs.Open(settings.Logs, console))
        {
            result = LogScan.Run(scan, setup, inputs, console, cancellation, recorder, plans);
        }

        new ScanComplaints(console).Show(result);
        if (setup.Guard.Counters.Evaluated == 0)
        {
            throw new ToolException(
                $"{string.Join(", ", settings.Logs)}: not one exchange could be evaluated, so there is nothing to learn; " +
                    "give a log of benign traffic.");
        }

        GuardCalibration calibration = recorder.ToCalibration(Path.GetFileName(settings.Out));
        file.Write(calibration.Write, cancellation);
        new CalibrateReport(console, result, calibration, plans).Write(settings.Out);
        return ExitCode.Done;
    }
}
