// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Testing;

/// <summary>
/// Accounts that are alike: a campaign, the customers of one product, or ordinary people. Immutable; change a copy with
/// <c>with</c>.
/// </summary>
/// <remarks>The defaults are ordinary people without any ties. See <see cref="GroupScenario"/>.</remarks>
public sealed record GroupPlan
{
    /// <summary>What the plan is called; its accounts are <c>name-0</c>, <c>name-1</c> and so on.</summary>
    public required string Name { get; init; }

    /// <summary>Number of accounts; 1 or more. Default: 20.</summary>
    public int Accounts { get; init; } = 20;

    /// <summary>What each account sends, on average. Default: 20.</summary>
    public int ExchangesPerAccount { get; init; } = 20;

    /// <summary>
    /// How uneven the accounts' shares are: the standard deviation of their logarithms. 0, all the same, to 3; ordinary
    /// customers are near 1. Default: 0.
    /// </summary>
    public double Unevenness { get; init; }

    /// <summary>When it begins. Default: <see cref="Traffic.Start"/>.</summary>
    public DateTimeOffset Start { get; init; } = Traffic.Start;

    /// <summary>How long it goes on. Default: two days.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromDays(2);

    /// <summary>When the accounts send. Default: in sittings.</summary>
    public Dispatch Dispatch { get; init; } = Dispatch.Sittings;

    /// <summary>Every exchange is late by anything up to this. Default: nothing.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>
    /// Makes what an account sends, from the account's number and a source of chance. Default: English conversation.
    /// </summary>
    public Func<int, Random, Exchange> Prompts { get; init; } = SampleTexts.Conversation(SampleLanguage.English);

    /// <summary>
    /// Ordinary exchanges that each account sends besides, in sittings, as a share of all it sends; from 0 to below 1.
    /// Default: 0.
    /// </summary>
    public double OrdinaryShare { get; init; }

    /// <summary>Makes the ordinary exchanges. Default: English conversation.</summary>
    public Func<int, Random, Exchange> OrdinaryPrompts { get; init; } = SampleTexts.Conversation(SampleLanguage.English);

    /// <summary>The model asked for, by the time. Default: none is named.</summary>
    public Func<DateTimeOffset, string>? Model { get; init; }

    /// <summary>How the model is asked to answer. Default: no parameter is given.</summary>
    public SamplingParameters? Sampling { get; init; }

    /// <summary>Accounts that one organization has. Default: 1.</summary>
    public int AccountsPerOrganization { get; init; } = 1;

    /// <summary>Accounts that one payment token pays for. Default: 1.</summary>
    public int AccountsPerPayment { get; init; } = 1;

    /// <summary>Accounts that one client fingerprint is seen on. Default: 1.</summary>
    public int AccountsPerFingerprint { get; init; } = 1;

    /// <summary>Accounts behind one network prefix. Default: 1.</summary>
    public int AccountsPerPrefix { get; init; } = 1;

    /// <summary>The accounts signed up at any time within this span before <see cref="Start"/>. Default: 365 days.</summary>
    public TimeSpan SignUpSpan { get; init; } = TimeSpan.FromDays(365);

    /// <summary>What the customers declared. Default: nothing.</summary>
    public DeclaredUses Declared { get; init; }

    /// <summary>Changes an account's identity at last, by its number. Default: nothing is changed.</summary>
    public Func<Identity, int, Identity> Change { get; init; } = static (identity, _) => identity;
}
