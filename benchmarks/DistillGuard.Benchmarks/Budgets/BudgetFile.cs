// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.Benchmarks.Budgets;

/// <summary>Reads <c>budgets.json</c>: strictly, so that a slip of the pen is an error and not a missing budget.</summary>
internal static class BudgetFile
{
    /// <summary>Reads budgets: <c>Class.Method</c> to allocated bytes per operation.</summary>
    /// <exception cref="InvalidDataException">Malformed, duplicate, negative or mistyped; the message says where.</exception>
    public static IReadOnlyDictionary<string, long> Parse(string json)
    {
        Dictionary<string, long> budgets;
        try
        {
            budgets = JsonSerializer.Deserialize<Dictionary<string, long>>(json, JsonSerializerOptions.Strict)
                ?? throw new InvalidDataException("budgets.json is null; it must be an object of benchmark names and bytes.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"budgets.json: {exception.Message}", exception);
        }

        foreach ((string name, long bytes) in budgets)
        {
            if (bytes < 0)
            {
                throw new InvalidDataException($"budgets.json: the budget of {name} is {bytes}; bytes are never negative.");
            }
        }

        return budgets;
    }
}
