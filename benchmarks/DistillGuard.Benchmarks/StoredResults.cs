// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using DistillGuard.Benchmarks.Configurations;

namespace DistillGuard.Benchmarks;

/// <summary>
/// Keeps a run in the tree: per benchmark class one table and one small JSON file under <c>results/CPU</c>. Ratios to the stock
/// parts of the same run are the only times worth comparing across machines.
/// </summary>
internal static class StoredResults
{
    private const string Folder = "benchmarks/DistillGuard.Benchmarks/results";
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes the files when a CPU is named.</summary>
    /// <returns>Whether every benchmark gave a result.</returns>
    public static bool Write(IReadOnlyList<Summary> summaries, string? cpu, TextWriter output)
    {
        foreach (Summary summary in summaries)
        {
            if (cpu is not null && summary.BenchmarksCases.Length > 0)
            {
                string path = Path.Combine(FolderOf(cpu), summary.BenchmarksCases[0].Descriptor.Type.Name);
                File.WriteAllText(path + ".md", Table(summary));
                File.WriteAllText(path + ".json", JsonSerializer.Serialize(Rows(summary), Indented) + "\n");
                output.WriteLine($"{path}.md, .json");
            }
        }

        return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success));
    }

    private static string FolderOf(string cpu)
    {
        if (cpu.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new ArgumentException($"'{cpu}' is no name for a CPU here: use lower case letters, digits and hyphens.", nameof(cpu));
        }

        string? root = Directory.GetCurrentDirectory();
        while (root is not null && !File.Exists(Path.Combine(root, "DistillGuard.sln")))
        {
            root = Path.GetDirectoryName(root);
        }

        string folder = Path.Combine(root ?? Directory.GetCurrentDirectory(), Folder, cpu);
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static string Table(Summary summary)
    {
        var log = new AccumulationLogger();
        MarkdownExporter.GitHub.ExportToLog(summary, log);
        return log.GetLog().ReplaceLineEndings("\n").Trim() + "\n";
    }

    private static List<StoredRow> Rows(Summary summary)
    {
        var rows = new List<StoredRow>();
        foreach (BenchmarkReport report in summary.Reports)
        {
            rows.Add(new StoredRow(
                report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
                report.BenchmarkCase.Parameters.DisplayInfo,
                Round(report.ResultStatistics?.Min),
                Round(report.ResultStatistics?.Median),
                Round(LeastRatio.TimesFaster(summary, report.BenchmarkCase)),
                (long)Math.Round(NamedConfigurations.AllocatedBytes.Measure(report.BenchmarkCase))));
        }

        return rows;
    }

    private static double? Round(double? value) => value is null ? null : double.Parse($"{value:G4}");
}
