// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Scanning;

namespace DistillGuard.Cli.Evaluating;

/// <summary>The whole of <c>eval</c>: a scan as a gateway would do it, held against what is true.</summary>
internal static class EvalPipeline
{
    /// <summary>Evaluates.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="ToolException">Something cannot be read, used or written.</exception>
    /// <exception cref="OperationCanceledException">Somebody stopped it.</exception>
    public static int Run(EvalSettings settings, ToolConsole console, CancellationToken cancellation)
    {
        Dictionary<string, AccountLabel> labels = LabelFile.Read(settings.Labels);
        EvalFolder? folder = settings.Out is null
            ? null
            : new EvalFolder(settings.Out, settings.Scan.Logs.Where(log => log != LogInputs.StandardInput).Append(settings.Labels));
        settings = settings with { Scan = settings.Scan with { Report = settings.Out } };
        GuardSetup setup = GuardSetup.Build(settings.Scan);
        var recorder = new EvalRecorder(SecretFile.Read(settings.Scan.Secret), setup.Guard.Calibration);
        ScanResult scan;
        using (LogInputs inputs = LogInputs.Open(settings.Scan.Logs, console))
        {
            scan = LogScan.Run(settings.Scan, setup, inputs, console, cancellation, observer: recorder);
        }

        new ScanComplaints(console).Show(scan);
        var labelled = new LabelledScan(scan, recorder, labels);
        if (labelled.Accounts.Count == 0)
        {
            throw new ToolException(
                $"--labels {settings.Labels}: none of its {labels.Count} accounts is in the log, so nothing can be compared; give the labels of this log.");
        }

        bool canReadAgain = !settings.Scan.Logs.Contains(LogInputs.StandardInput, StringComparer.Ordinal);
        IReadOnlyList<AblationResult> ablation = settings.WithAblation && canReadAgain
            ? Ablation.Run(settings, labelled, labels, console, cancellation)
            : [];
        EvalResult result = new Evaluation(labelled, recorder).Run(ablation);
        folder?.Write(result, scan, cancellation);
        new EvalReport(console, result, labelled).Write(settings.Out);
        return ExitCode.Done;
    }
}
