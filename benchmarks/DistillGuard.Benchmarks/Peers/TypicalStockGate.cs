// SPDX-License-Identifier: MIT

using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using DistillGuard.Benchmarks.Samples;

namespace DistillGuard.Benchmarks.Peers;

/// <summary>
/// What one puts together from stock parts in an afternoon: a token bucket an account, <see cref="JsonDocument"/>, and a list of
/// compiled regexes, one a rule. It keeps no statistics of accounts and compares with no peers.
/// </summary>
internal sealed class TypicalStockGate : IDisposable
{
    private readonly Regex[] _rules = [.. CataloguePhrases.ByRule.Select(phrases => new Regex(
        string.Join('|', phrases.Select(Regex.Escape)),
        RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout))];

    private readonly PartitionedRateLimiter<string> _limiter;

    public TypicalStockGate()
    {
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = int.MaxValue,
            TokensPerPeriod = 1000,
            ReplenishmentPeriod = TimeSpan.FromHours(1),
            AutoReplenishment = false,
        };
        _limiter = PartitionedRateLimiter.Create<string, string>(
            account => RateLimitPartition.GetTokenBucketLimiter(account, _ => options));
    }

    /// <summary>Number of rules that match, or -1 when the account is over its limit.</summary>
    public int Inspect(string account, byte[] body)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(account);
        if (!lease.IsAcquired)
        {
            return -1;
        }

        using JsonDocument document = JsonDocument.Parse(body);
        int matches = 0;
        foreach (string text in StockTexts.Read(document.RootElement))
        {
            foreach (Regex rule in _rules)
            {
                matches += rule.IsMatch(text) ? 1 : 0;
            }
        }

        return matches;
    }

    public void Dispose() => _limiter.Dispose();
}
