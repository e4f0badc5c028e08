// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Budgets;

/// <summary>One line of the report.</summary>
/// <param name="Name">The benchmark, <c>Class.Method</c>.</param>
/// <param name="Parameters">The parameters that were measured; empty when there are none.</param>
/// <param name="Bytes">Allocated bytes per operation; <see langword="null"/> when nothing was measured.</param>
/// <param name="Budget">The budget; <see langword="null"/> when there is none.</param>
/// <param name="Fault">Why it could not be measured; <see langword="null"/> when it was.</param>
internal sealed record BudgetLine(string Name, string Parameters, double? Bytes, long? Budget, string? Fault = null)
{
    /// <summary>What is wrong, or "ok".</summary>
    public string Finding => (Bytes, Budget) switch
    {
        _ when Fault is not null => $"COULD NOT BE MEASURED: {Fault}",
        (null, _) => "BUDGET WITHOUT A HOT-PATH BENCHMARK: remove it or mend its name",
        (_, null) => "NO BUDGET: add one to budgets.json",
        ({ } bytes, { } budget) when bytes > budget => "OVER BUDGET",
        _ => "ok",
    };

    /// <summary>Whether there is nothing wrong.</summary>
    public bool IsMet => Finding == "ok";
}
