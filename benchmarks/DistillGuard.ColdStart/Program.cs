// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.ColdStart;

/// <summary>Builds a whole guard with the rules that ship and inspects its first requests; tells how long each took, in one line of numbers.</summary>
internal static class Program
{
    private const int Later = 10_000;

    private static int Main()
    {
        byte[] body = Encoding.UTF8.GetBytes(
            $$"""{"model":"m","messages":[{"role":"user","content":"{{string.Concat(Enumerable.Repeat("Please compare the two offers for the new bridge. ", 80))}}"}]}""");
        long start = Stopwatch.GetTimestamp();
        DistillationGuard guard = new DistillationGuardBuilder()
            .UseSecret("cold-start-bench"u8)
            .AddRateAnomaly()
            .AddPromptPattern()
            .AddSignatureReplay()
            .AddRelayFanIn()
            .AddUpstreamRefusal()
            .AddGeoOrigin()
            .AddGroupAnalyzers()
            .Build();
        TimeSpan build = Stopwatch.GetElapsedTime(start);
        TimeSpan first = Inspect(guard, body, 0);
        TimeSpan second = Inspect(guard, body, 1);
        TimeSpan last = second;
        for (int i = 2; i < Later; i++)
        {
            last = Inspect(guard, body, i);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(RuntimeFeature.IsDynamicCodeSupported ? "JIT" : "AOT")} {build.TotalMicroseconds:F0} {first.TotalMicroseconds:F0} {second.TotalMicroseconds:F0} {last.TotalMicroseconds:F0} {Environment.WorkingSet}"));
        return guard.Counters.Faults == 0 && guard.Rules.Rules.Count > 0 ? 0 : 1;
    }

    private static TimeSpan Inspect(DistillationGuard guard, byte[] body, int number)
    {
        var request = new InferenceRequest
        {
            Time = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddSeconds(number),
            Caller = new Caller { Account = "acct", Organization = "org", Address = ClientAddress.FromIPv4(0x5B00_0001u) },
            Api = ApiKind.OpenAIChatCompletions,
        };
        long start = Stopwatch.GetTimestamp();
        Verdict verdict = guard.Inspect(in request, body);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return verdict.IsEvaluated ? elapsed : throw new InvalidOperationException("The guard did not evaluate the sample.");
    }
}
