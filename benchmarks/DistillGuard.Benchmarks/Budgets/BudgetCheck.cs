// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Running;

namespace DistillGuard.Benchmarks.Budgets;

/// <summary>
/// Calls every benchmark marked <see cref="HotPathAttribute"/>, with all its parameters, in this process, and compares what it
/// allocates with <c>budgets.json</c>. Bytes are gated because they are the same on every machine; time is not.
/// </summary>
internal static class BudgetCheck
{
    /// <summary>Measures, prints a table and tells the exit code: 0 when every budget is met, else 1.</summary>
    public static int Run(TextWriter output)
    {
        long start = Stopwatch.GetTimestamp();
        IReadOnlyDictionary<string, long> budgets;
        try
        {
            budgets = BudgetFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "budgets.json")));
        }
        catch (InvalidDataException exception)
        {
            output.WriteLine(exception.Message);
            return 1;
        }

        List<BudgetLine> lines = [.. HotPaths.All().Select(benchmark => Measure(benchmark, budgets))];
        lines.AddRange(Unmatched(budgets, lines));

        foreach (BudgetLine line in lines)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Name + " " + line.Parameters,-80} {line.Bytes,10:0.##} {line.Budget,10} {line.Finding}"));
        }

        int unmet = lines.Count(line => !line.IsMet);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{lines.Count} measurements, {unmet} not within budget, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
        return unmet == 0 && lines.Count > 0 ? 0 : 1;
    }

    /// <summary>Budgets that no measurement answers to.</summary>
    internal static IEnumerable<BudgetLine> Unmatched(IReadOnlyDictionary<string, long> budgets, IReadOnlyList<BudgetLine> measured)
    {
        HashSet<string> names = [.. measured.Select(line => line.Name)];
        return budgets
            .Where(budget => !names.Contains(budget.Key))
            .Select(budget => new BudgetLine(budget.Key, string.Empty, Bytes: null, budget.Value));
    }

    private static BudgetLine Measure(BenchmarkCase benchmark, IReadOnlyDictionary<string, long> budgets)
    {
        string name = HotPaths.NameOf(benchmark);
        long? budget = budgets.TryGetValue(name, out long bytes) ? bytes : null;
        try
        {
            return new BudgetLine(name, benchmark.Parameters.DisplayInfo, AllocationProbe.Measure(benchmark, budget ?? 0), budget);
        }
        catch (Exception exception)
        {
            return new BudgetLine(
                name, benchmark.Parameters.DisplayInfo, Bytes: null, budget, (exception.InnerException ?? exception).Message);
        }
    }
}
