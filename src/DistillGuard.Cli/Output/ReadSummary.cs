// SPDX-License-Identifier: MIT

using DistillGuard.Cli.Findings;

namespace DistillGuard.Cli.Output;

/// <summary>Says what was read of the logs, and what was not.</summary>
internal static class ReadSummary
{
    public static void Write(TextWriter output, ScanResult result)
    {
        FindingsCollector collected = result.Collected;
        string span = collected.From is { } from && collected.To is { } to
            ? Words.Of($", {Words.Of(from)} to {Words.Of(to)}")
            : string.Empty;
        output.WriteLine(Words.Of(
            $"Read {Words.Count(result.Log.Exchanges, "exchange")} of " +
                $"{Words.Count(result.Guard.Accounts, "account")}{span}{Speed(result)}."));
        if (result.Log.Skipped > 0)
        {
            output.WriteLine(Words.Of($"Skipped {Words.Count(result.Log.Skipped, "line")}: not of a traffic log."));
        }

        long notEvaluated = collected.NotEvaluated.Total;
        if (notEvaluated > 0)
        {
            IEnumerable<string> reasons = collected.NotEvaluated.Reasons
                .Select(reason => Words.Of($"{reason.Reason} {reason.Count:N0}"));
            output.WriteLine(Words.Of(
                $"Not evaluated: {Words.Count(notEvaluated, "exchange")} ({string.Join(", ", reasons)}). That is not " +
                    $"the same as clean."));
        }
    }

    private static string Speed(ScanResult result)
    {
        double seconds = result.Elapsed.TotalSeconds;
        return seconds > 0
            ? Words.Of($", in {seconds:F1} s ({result.Log.Exchanges / seconds:N0} a second)")
            : string.Empty;
    }
}
