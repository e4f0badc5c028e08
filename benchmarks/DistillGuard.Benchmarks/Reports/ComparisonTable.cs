// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Benchmarks.Reports;

/// <summary>Writes comparisons as a table, least times of a stored run; what the run does not contain is named below it, so that a gap is seen.</summary>
internal static class ComparisonTable
{
    private const string Head = "| path (4 KB unless said) | beside | DistillGuard | times faster |\n| --- | --- | --- | ---: |\n";

    public static string Write(StoredRun run, IEnumerable<Comparison> comparisons)
    {
        var table = new StringBuilder(Head);
        var missing = new List<string>();
        foreach (Comparison comparison in comparisons)
        {
            if (run.Find(comparison.Class, comparison.Method, comparison.Parameters) is not { } own)
            {
                missing.Add(comparison.Path);
                continue;
            }

            if (!AddRows(table, run, comparison, own))
            {
                missing.Add($"peers of {comparison.Path}");
            }
        }

        if (missing.Count > 0)
        {
            table.Append("\nNot in the stored run: ").AppendJoin("; ", missing).Append(".\n");
        }

        return table.ToString();
    }

    private static bool AddRows(StringBuilder table, StoredRun run, Comparison comparison, StoredRow own)
    {
        if (comparison.Peers.Length == 0)
        {
            table.Append($"| {comparison.Path} | | {Figures.TimeAndBytes(own)} | |\n");
            return true;
        }

        string path = comparison.Path;
        bool isWhole = true;
        foreach ((string method, string name) in comparison.Peers)
        {
            if (run.Find(comparison.Class, method, comparison.Parameters) is not { } peer)
            {
                isWhole = false;
                continue;
            }

            double ratio = peer.LeastNanoseconds!.Value / own.LeastNanoseconds!.Value;
            table.Append($"| {path} | {name}: {Figures.TimeAndBytes(peer)} | {Figures.TimeAndBytes(own)} | {Figures.Ratio(ratio)} |\n");
            path = string.Empty;
        }

        return isWhole;
    }
}
