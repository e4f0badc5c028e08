// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Globalization;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Scale;

/// <summary>
/// What many accounts cost a whole guard: bytes before, with room for them, and with all of them in it; then the time of a request when any of them may be
/// next. Every detector; every account has an address of its own, twenty are one organization. Bytes of the accounts' names are not counted: they are the host's.
/// </summary>
internal static class MemoryScale
{
    private const int TimedRequests = 100_000;
    private const int Rounds = 3;

    private static readonly int[] UsualSizes = [1_000_000, 5_000_000];

    public static int Run(ReadOnlySpan<string> arguments, TextWriter output)
    {
        var sizes = new List<int>();
        foreach (string argument in arguments)
        {
            if (!int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int size) || size is < 1_000 or > 50_000_000)
            {
                output.WriteLine("memory-scale takes numbers of accounts from 1,000 to 50,000,000; 1000000 5000000 is the default.");
                return 2;
            }

            sizes.Add(size);
        }

        output.WriteLine("| accounts | analysis of groups | stated, MB | live, empty / full, MB | process, empty / full, MB | live bytes an account | process bytes an account | a request, 256 B / 4 KB |");
        output.WriteLine("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (int size in sizes.Count == 0 ? UsualSizes : [.. sizes])
        {
            Measure(size, hasGroups: false, output);
            Measure(size, hasGroups: true, output);
        }

        return 0;
    }

    private static void Measure(int accounts, bool hasGroups, TextWriter output)
    {
        var load = new TableLoad(accounts, KeySpread.Uniform);
        _ = AccountTraffic.For(load);
        ProcessMemory before = ProcessMemory.Read();
        var sample = new SampleGuard(load, hasGroups);
        ProcessMemory empty = ProcessMemory.Read();
        sample.SendFromAll();
        ProcessMemory full = ProcessMemory.Read();
        double small = Time(sample, 256);
        double usual = Time(sample, 4096);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {accounts:N0} | {(hasGroups ? "yes" : "no")} | {Mega(sample.Guard.SubjectBytes)} | {Mega(empty.Live - before.Live)} / {Mega(full.Live - before.Live)} | {Mega(empty.Resident - before.Resident)} / {Mega(full.Resident - before.Resident)} | {(full.Live - before.Live) / accounts} | {(full.Resident - before.Resident) / accounts} | {small:F2} us / {usual:F2} us |"));
        GC.KeepAlive(sample);
    }

    // The least of three rounds: whole rounds, so that misses of all caches are in it.
    private static double Time(SampleGuard sample, int promptBytes)
    {
        var body = new SampleBody(ApiKind.OpenAIChatCompletions, new SamplePrompt(SampleLanguage.English, promptBytes));
        double least = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < TimedRequests; i++)
            {
                InferenceRequest request = sample.Next(body.Api);
                _ = sample.Guard.Inspect(in request, body.Utf8);
            }

            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMicroseconds / TimedRequests);
        }

        return least;
    }

    private static string Mega(long bytes) => (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);
}
