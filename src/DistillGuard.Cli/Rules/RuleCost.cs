// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.Cli.Rules;

/// <summary>What matching costs: all rules together, and each alone.</summary>
/// <param name="Rule">Id of the rule, or null for all together.</param>
/// <param name="NanosecondsPerKilobyte">Time to match 1,024 bytes of prompt, the least of several rounds.</param>
internal sealed record RuleCost(string? Rule, double NanosecondsPerKilobyte)
{
    private const int Rounds = 5;
    private const long LargestSample = 256 * 1024;

    /// <summary>Measures all rules together, then each alone, on the first quarter of a megabyte of the requests.</summary>
    public static IReadOnlyList<RuleCost> Measure(
        IReadOnlyList<RuleSetSource> sources,
        RuleSet rules,
        IReadOnlyList<RequestBuffer> requests,
        TimeProvider time,
        CancellationToken cancellation)
    {
        long bytes = 0;
        RequestBuffer[] sample = [.. requests.TakeWhile(request => (bytes += request.TextLength) <= LargestSample)];
        sample = sample.Length == 0 ? [requests[0]] : sample;
        List<RuleCost> costs = [new RuleCost(null, Time(rules, sample, time))];
        foreach (Rule rule in rules.Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            var options = new RuleSetOptions { Level = RuleSetOptions.GreatestLevel };
            foreach (Rule other in rules.Rules.Where(other => other.Id != rule.Id))
            {
                options.Overrides[other.Id] = RuleOverride.Off;
            }

            costs.Add(new RuleCost(rule.Id, Time(RuleSet.Compile(sources, options), sample, time)));
        }

        return costs;
    }

    private static double Time(RuleSet rules, RequestBuffer[] sample, TimeProvider time)
    {
        var scratch = new MatchScratch();
        double kilobytes = Math.Max(1, sample.Sum(request => (long)request.TextLength)) / 1024.0;
        double least = double.MaxValue;
        for (int round = 0; round <= Rounds; round++)
        {
            long start = time.GetTimestamp();
            foreach (RequestBuffer request in sample)
            {
                RuleHits hits = default;
                rules.Match(request.Content, scratch, ref hits);
            }

            least = round == 0 ? least : Math.Min(least, time.GetElapsedTime(start).TotalNanoseconds); // the first warms up
        }

        return least / kilobytes;
    }
}
