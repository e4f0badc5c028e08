// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Globalization;
using DistillGuard.Benchmarks.Samples;
using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Scale;

/// <summary>
/// How long the slowest requests take: every <c>Inspect</c> is timed by itself, 4 KB of English, 100,000 accounts in turn. First alone, then beside a thread
/// that keeps the garbage collector busy. What waits for the analysis plane is taken in between, outside the time.
/// </summary>
internal static class Latency
{
    private const int WarmUp = 50_000;

    public static int Run(ReadOnlySpan<string> arguments, TextWriter output)
    {
        int requests = 300_000;
        if (arguments.Length > 1 || (arguments.Length == 1 && !TryParse(arguments[0], out requests)))
        {
            output.WriteLine("latency takes at most one number from 10,000 to 100,000,000: requests a row (default 300000).");
            return 2;
        }

        output.WriteLine("| requests | analysis of groups | beside | median | 99 % | 99.9 % | 99.99 % | longest | collections |");
        output.WriteLine("| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (bool hasGroups in new[] { false, true })
        {
            SampleGuard sample = SampleGuard.Warm(SampleGuard.UsualLoad, hasGroups);
            Measure(sample, WarmUp);
            Write(sample, requests, hasGroups, "nothing", output);
            using var garbage = new GarbageMaker();
            Write(sample, requests, hasGroups, "a thread that makes garbage", output);
        }

        return 0;
    }

    private static bool TryParse(string argument, out int value) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 10_000 and <= 100_000_000;

    private static void Write(SampleGuard sample, int requests, bool hasGroups, string beside, TextWriter output)
    {
        int before = GC.CollectionCount(0);
        TimeHistogram times = Measure(sample, requests);
        int collections = GC.CollectionCount(0) - before;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {requests:N0} | {(hasGroups ? "yes" : "no")} | {beside} | {Micro(times.Quantile(0.5))} | {Micro(times.Quantile(0.99))} | {Micro(times.Quantile(0.999))} | {Micro(times.Quantile(0.9999))} | {Micro(times.Longest)} | {collections:N0} |"));
    }

    private static TimeHistogram Measure(SampleGuard sample, int requests)
    {
        var body = new SampleBody(ApiKind.OpenAIChatCompletions, new SamplePrompt(SampleLanguage.English, 4096));
        var times = new TimeHistogram();
        for (int i = 0; i < requests; i++)
        {
            InferenceRequest request = sample.Next(body.Api);
            long start = Stopwatch.GetTimestamp();
            _ = sample.Guard.Inspect(in request, body.Utf8);
            times.Add(Stopwatch.GetTimestamp() - start);
        }

        return times;
    }

    private static string Micro(long ticks) => string.Create(CultureInfo.InvariantCulture, $"{1e6 * ticks / Stopwatch.Frequency:N1} us");
}
