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

    private static readonly Dictionary<(TableLoad Load, bool HasGroups), SampleGuard> Known = [];

    private readonly string[] _organizations;
    private long _ticks = SampleCallers.Start.UtcTicks;
    private int _next;

    public SampleGuard(TableLoad load, bool hasGroups = true)
    {
        _organizations = [.. Enumerable.Range(0, (load.Accounts / AccountsPerOrganization) + 1).Select(i => $"org-{i:D6}")];
        DistillationGuardBuilder builder = new DistillationGuardBuilder()
            .UseSecret(SampleCallers.Secret)
            .Configure(options => MakeRoom(options, load.Accounts))
            .UseRules(BuiltInRuleSets.Sources())
            .AddRateAnomaly()
            .AddPromptPattern()
            .AddSignatureReplay()
            .AddRelayFanIn()
            .AddUpstreamRefusal()
            .AddGeoOrigin();
        Guard = (hasGroups ? builder.AddGroupAnalyzers() : builder).Build();
        Traffic = AccountTraffic.For(load);
    }

    /// <summary>100,000 accounts that send equally often.</summary>
    public static TableLoad UsualLoad { get; } = new(Accounts, KeySpread.Uniform);

    public DistillationGuard Guard { get; }

    public AccountTraffic Traffic { get; }

    /// <summary>A guard to which every account has sent a short prompt; made once a process for all benchmarks that run in it.</summary>
    public static SampleGuard Warm(TableLoad load, bool hasGroups)
    {
        if (!Known.TryGetValue((load, hasGroups), out SampleGuard? sample))
        {
            sample = new SampleGuard(load, hasGroups);
            sample.SendFromAll();
            Known.Add((load, hasGroups), sample);
        }

        return sample;
    }

    /// <summary>Lets every account send a short prompt once.</summary>
    public void SendFromAll()
    {
        var body = new SampleBody(ApiKind.OpenAIChatCompletions, new SamplePrompt(SampleLanguage.English, 256));
        for (int account = 0; account < Traffic.Ids.Length; account++)
        {
            InferenceRequest request = NextFrom(account, body.Api);
            if (!Guard.Inspect(in request, body.Utf8).IsEvaluated)
            {
                throw new InvalidOperationException("The guard did not evaluate the sample.");
            }
        }
    }

    /// <summary>The next request without content: 10 ms later, from the account whose turn it is.</summary>
    public InferenceRequest Next(ApiKind api) => NextFrom(Traffic.At(_next), api);

    /// <summary>The account whose turn it is, for stock parts.</summary>
    public string NextAccount() => Traffic.Ids[Traffic.At(_next++)];

    /// <summary>A request of one account, at a time of the caller's choosing: for several threads, which have no turns.</summary>
    public InferenceRequest From(int account, long ticks, ApiKind api) => new()
    {
        Time = new DateTimeOffset(ticks, TimeSpan.Zero),
        Caller = SampleCallers.Full(Traffic.Ids[account], _organizations[account / AccountsPerOrganization], account << 8),
        Api = api,
    };

    // As much room as there are accounts, and never less than usual; addresses are links too.
    private static void MakeRoom(GuardOptions options, int accounts)
    {
        options.MaxAccounts = Math.Max(options.MaxAccounts, accounts);
        options.MaxLinks = Math.Max(options.MaxLinks, accounts);
        options.MaxOrganizations = Math.Max(options.MaxOrganizations, accounts / AccountsPerOrganization);
        options.Groups.MaxAccounts = Math.Max(options.Groups.MaxAccounts, accounts);
    }

    private InferenceRequest NextFrom(int account, ApiKind api)
    {
        _ticks += Step;
        if (_next++ % Batch == 0)
        {
            // Long before the sample's time: no look is due, what waits is taken in.
            _ = Guard.Analyze(DateTimeOffset.UnixEpoch);
        }

        return From(account, _ticks, api);
    }
}
