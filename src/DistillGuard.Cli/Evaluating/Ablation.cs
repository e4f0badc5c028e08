// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Cli.Scanning;
using DistillGuard.Signals;

namespace DistillGuard.Cli.Evaluating;

/// <summary>Scans the log again without each family that spoke, with nothing else changed.</summary>
internal static class Ablation
{
    public static IReadOnlyList<AblationResult> Run(
        EvalSettings settings, LabelledScan whole, IReadOnlyDictionary<string, AccountLabel> labels, ToolConsole console, CancellationToken cancellation)
    {
        SignalFamily[] families = [.. Enum.GetValues<SignalFamily>().Where(family => whole.Scan.Accounts.Any(record => record.Families.HasFlag(FlagOf(family))))];
        var results = new AblationResult[families.Length];
        var silent = new ToolConsole { Output = TextWriter.Null, Error = TextWriter.Null, OpenInput = console.OpenInput, Time = console.Time };
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, families.Length, options, i => results[i] = Without(families[i], settings.Scan, labels, silent, cancellation));
        }
        catch (AggregateException exception) when (exception.InnerExceptions.OfType<ToolException>().FirstOrDefault() is { } first)
        {
            throw new ToolException(first.Message, exception);
        }

        return results;
    }

    private static AblationResult Without(
        SignalFamily family, ScanSettings settings, IReadOnlyDictionary<string, AccountLabel> labels, ToolConsole console, CancellationToken cancellation)
    {
        ScanSettings without = settings with { Without = family, Report = null };
        GuardSetup setup = GuardSetup.Build(without);
        var days = new EvalRecorder(SecretFile.Read(settings.Secret), setup.Guard.Calibration);
        using LogInputs inputs = LogInputs.Open(settings.Logs, console);
        ScanResult scan = LogScan.Run(without, setup, inputs, console, cancellation, observer: days);
        var labelled = new LabelledScan(scan, days, labels);
        return new AblationResult(family.ToString().ToLowerInvariant(), labelled.Recall(), labelled.CampaignRecall(), labelled.FalseAlarms());
    }

    private static SignalFamilies FlagOf(SignalFamily family) => (SignalFamilies)(1 << (int)family);
}
