// SPDX-License-Identifier: MIT

using DistillGuard.Load.Servers;
using DistillGuard.Samples.Gateway.Model;

namespace DistillGuard.Load.Loading;

/// <summary>Two gateways stand side by side before one model; short blocks of load go to one and the other in turn.</summary>
internal static class LoadRun
{
    // Counted in requests, not in seconds: a busy machine needs longer until the code of both is the optimised one.
    private const int StandardWarmUp = 4_000;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        int blocks = arguments.Number("--blocks", 12);
        int workers = arguments.Number("--workers", 8);
        int warmUp = arguments.Number("--warm-up", StandardWarmUp);
        TimeSpan time = TimeSpan.FromSeconds(arguments.Number("--seconds", 2));
        TimeSpan ramp = TimeSpan.FromSeconds(arguments.Number("--ramp", 0));
        var plan = new AnswerPlan { Words = arguments.Number("--words", new AnswerPlan().Words), PauseMilliseconds = arguments.Number("--pause", 0) };
        using ServerProcess model = await ServerProcess.StartAsync("model");
        using ServerProcess guarded = await ServerProcess.StartAsync("guarded", model.Addresses[0]);
        using ServerProcess plain = await ServerProcess.StartAsync("plain", model.Addresses[0]);
        Console.WriteLine($"{blocks} pairs of blocks of {time.TotalSeconds:F0} s after {ramp.TotalSeconds:F0} s, {workers} workers, answers of {plan.Words} words, {plan.PauseMilliseconds} ms between streamed events, {Environment.ProcessorCount} processors");
        Console.WriteLine("| load | requests/s without | throughput with/without | p99 without, ms | median with/without | p99 with/without | gateway CPU without, µs/request | added CPU, µs/request |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        string only = arguments.Text("--kind") ?? string.Empty;
        foreach (LoadKind kind in LoadKind.All.Where(kind => kind.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            int endpoint = kind.IsHttp2 ? 1 : 0;
            using var toGuarded = new LoadClient(guarded.Addresses[endpoint], kind, workers, plan);
            using var toPlain = new LoadClient(plain.Addresses[endpoint], kind, workers, plan);
            await toGuarded.RunAsync(warmUp);
            await toPlain.RunAsync(warmUp);
            var pairs = new PairedBlocks();
            for (int i = 0; i < blocks; i++)
            {
                // First one, then the other goes first: a machine that slows down or speeds up favours neither.
                if (i % 2 == 0)
                {
                    Block first = await RunAsync(toGuarded, guarded, ramp, time);
                    pairs.Add(first, await RunAsync(toPlain, plain, ramp, time));
                }
                else
                {
                    Block first = await RunAsync(toPlain, plain, ramp, time);
                    pairs.Add(await RunAsync(toGuarded, guarded, ramp, time), first);
                }
            }

            Console.WriteLine(pairs.Row(kind.Name));
        }

        return 0;
    }

    private static async Task<Block> RunAsync(LoadClient client, ServerProcess gateway, TimeSpan ramp, TimeSpan time)
    {
        var window = new LoadWindow(ramp, time);
        Task<TimeSpan> used = window.MeasureAsync(() => gateway.ProcessorTime);
        LoadResult result = await client.RunAsync(window);
        return new Block(result, await used);
    }
}
