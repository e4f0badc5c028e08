// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Rules;

namespace DistillGuard.Benchmarks.Samples;

/// <summary>A guard with everything that comes with the library, or all but the analysis of groups, and callers for it.</summary>
/// <remarks>
/// What waits for the analysis plane is taken in here, between requests, so that the time of a request contains the work that another thread
/// would do for it.
/// </remarks>
internal sealed class SampleGuard
{
    /// <summary>Accounts that send in turn.</summary>
    public const int Accounts = 100_000;

    private const int AccountsPerOrganization = 20;
    private const int Batch = 8_192;
    private const long Step = TimeSpan.TicksPerMillisecond * 10;

    private readonly string[] _organizations = [.. Enumerable.Range(0, Accounts / AccountsPerOrganization).Select(i => $"org-{i:D6}")];
    private long _ticks = SampleCallers.Start.UtcTicks;
    private int _next;

    public SampleGuard(bool hasGroups = true)
    {
        DistillationGuardBuilder builder = new DistillationGuardBuilder()
            .UseSecret(SampleCallers.Secret)
            .UseRules(BuiltInRuleSets.Sources())
            .AddRateAnomaly()
            .AddPromptPattern()
            .AddSignatureReplay()
            .AddRelayFanIn()
            .AddUpstreamRefusal()
            .AddGeoOrigin();
        Guard = (hasGroups ? builder.AddGroupAnalyzers() : builder).Build();
        Traffic = new AccountTraffic(Accounts, KeySpread.Uniform);
    }

    public DistillationGuard Guard { get; }

    public AccountTraffic Traffic { get; }

    /// <summary>The next request without content: 10 ms later, from the account whose turn it is.</summary>
    public InferenceRequest Next(ApiKind api)
    {
        _ticks += Step;
        if (_next % Batch == 0)
        {
            // Long before the sample's time: no look is due, what waits is taken in.
            _ = Guard.Analyze(DateTimeOffset.UnixEpoch);
        }

        int account = Traffic.At(_next++);
        return new InferenceRequest
        {
            Time = new DateTimeOffset(_ticks, TimeSpan.Zero),
            Caller = SampleCallers.Full(Traffic.Ids[account], _organizations[account / AccountsPerOrganization], account << 8),
            Api = api,
        };
    }

    /// <summary>The account whose turn it is, for stock parts.</summary>
    public string NextAccount() => Traffic.Ids[Traffic.At(_next++)];
}
