// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;

namespace DistillGuard.Benchmarks.Budgets;

/// <summary>Measures what one benchmark allocates per operation on the calling thread.</summary>
/// <remarks>
/// The least of several rounds counts: while code is still being compiled in stages, a round can see boxing that the final code
/// does not have, and buffers grow to their size. What a rare path allocates less than once in a round is not seen.
/// </remarks>
internal static class AllocationProbe
{
    private const int FewestRounds = 3;
    private const int MostRounds = 12;
    private const int FewestCalls = 4;
    private const int MostCalls = 20_000;
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(40);

    /// <summary>Sets the benchmark up and measures it.</summary>
    /// <param name="benchmark">The benchmark and its parameters.</param>
    /// <param name="budget">Rounds end early once this is met, or two rounds are equal to the byte.</param>
    public static double Measure(BenchmarkCase benchmark, long budget)
    {
        object instance = Activator.CreateInstance(benchmark.Descriptor.Type)!;
        foreach (ParameterInstance parameter in benchmark.Parameters.Items)
        {
            benchmark.Descriptor.Type.GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);
        }

        benchmark.Descriptor.GlobalSetupMethod?.Invoke(instance, null);
        double least = LeastOfRounds(CreateRound(instance, benchmark.Descriptor.WorkloadMethod), budget);
        benchmark.Descriptor.GlobalCleanupMethod?.Invoke(instance, null);
        return least / benchmark.Descriptor.OperationsPerInvoke;
    }

    private static double LeastOfRounds(AllocationRound round, long budget)
    {
        int calls = CallsPerRound(round);
        double least = double.PositiveInfinity;
        bool isSteady = false;
        for (int i = 0; i < MostRounds && (i < FewestRounds || (least > budget && !isSteady)); i++)
        {
            double bytes = (double)round.Run(calls) / calls;
            isSteady = bytes == least;
            least = Math.Min(least, bytes);
        }

        return least;
    }

    private static int CallsPerRound(AllocationRound round)
    {
        round.Run(1);
        long start = Stopwatch.GetTimestamp();
        round.Run(FewestCalls);
        TimeSpan call = Stopwatch.GetElapsedTime(start) / FewestCalls;
        return (int)Math.Clamp(RoundTime / (call + TimeSpan.FromTicks(1)), FewestCalls, MostCalls);
    }

    private static AllocationRound CreateRound(object instance, MethodInfo method) => (AllocationRound)Activator.CreateInstance(
        typeof(TypedAllocationRound<>).MakeGenericType(method.ReturnType),
        method.CreateDelegate(typeof(Func<>).MakeGenericType(method.ReturnType), instance))!;
}
