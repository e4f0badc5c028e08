// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Load.Loading;

namespace DistillGuard.Load.Parts;

/// <summary>What each part of the guard adds to a request, without a server and its noise around it: time, and bytes allocated.</summary>
internal static class PartsRun
{
    private const int Batch = 2_000;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        int rounds = arguments.Number("--rounds", 30);
        int warmUp = arguments.Number("--warm-up", 20_000);
        string only = arguments.Text("--kind") ?? string.Empty;
        Console.WriteLine($"{rounds} rounds of {Batch} requests, one at a time; medians");
        Console.WriteLine("| load | parts | µs/request | taken in beside it, µs | bytes allocated/request |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (LoadKind kind in LoadKind.All.Where(kind => !kind.IsHttp2 && kind.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var pipelines = new List<(PartSet Parts, PartPipeline Pipeline, List<PartCost> Costs)>();
            foreach (PartSet parts in PartSet.All)
            {
                PartPipeline pipeline = await PartPipeline.CreateAsync(parts, kind);
                for (int sent = 0; sent < warmUp; sent += Batch)
                {
                    await pipeline.RunAsync(Batch);
                }

                pipelines.Add((parts, pipeline, []));
            }

            for (int i = 0; i < rounds; i++)
            {
                // In turn, so that a machine that slows down or speeds up favours none.
                foreach ((PartSet _, PartPipeline pipeline, List<PartCost> costs) in pipelines)
                {
                    costs.Add(await pipeline.RunAsync(Batch));
                }
            }

            foreach ((PartSet parts, PartPipeline pipeline, List<PartCost> costs) in pipelines)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {kind.Name} | {parts.Name} | {Median(costs, static cost => cost.Microseconds):F2} | {Median(costs, static cost => cost.IntakeMicroseconds):F2} | {Median(costs, static cost => cost.Bytes):F0} |"));
                await pipeline.DisposeAsync();
            }
        }

        return 0;
    }

    private static double Median(List<PartCost> costs, Func<PartCost, double> of)
    {
        double[] sorted = [.. costs.Select(of).Order()];
        return sorted[sorted.Length / 2];
    }
}
