// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;

namespace DistillGuard.AspNetCore.Policies;

/// <summary>What the gateway does about verdicts, level by level. By default it observes.</summary>
/// <remarks>As written by the operator; not thread-safe. <see cref="Gateway.Apply"/> turns it into an <see cref="ActivePolicy"/>.</remarks>
public sealed class GatewayPolicy : IGuardOptions
{
    private const int MostExempt = 100_000;

    /// <summary>What happens at level Elevated. Default: observe.</summary>
    public GuardAction Elevated { get; set; } = GuardAction.Observe;

    /// <summary>What happens at level High. Default: observe. Not milder than <see cref="Elevated"/>.</summary>
    public GuardAction High { get; set; } = GuardAction.Observe;

    /// <summary>What happens to a request that could not be evaluated: observe or annotate, nothing else. Default: observe.</summary>
    public GuardAction NotEvaluated { get; set; } = GuardAction.Observe;

    /// <summary>Whether actions are only weighed and reported, not done. Default: false.</summary>
    public bool DryRun { get; set; }

    /// <summary>
    /// Whether a request waits for its verdict even where this policy only observes: for code behind the guard that reads it. Where the policy does more, a
    /// request always waits. Default: false.
    /// </summary>
    public bool VerdictFirst { get; set; }

    /// <summary>Accounts against which nothing is done, exactly as the resolvers name them. At most 100,000; default: none.</summary>
    public ISet<string> Exempt { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Requests a minute that throttling leaves an account of level Elevated. 1 to 1,000,000; default 30.</summary>
    public int ElevatedPerMinute { get; set; } = 30;

    /// <summary>Requests a minute that throttling leaves an account of level High. 1 to 1,000,000; default 6.</summary>
    public int HighPerMinute { get; set; } = 6;

    /// <summary>Requests that a throttled account may send at once after a pause. 1 to 100,000; default 5.</summary>
    public int Burst { get; set; } = 5;

    /// <summary>What a challenged or refused client is told to wait. One second to 30 days; default one hour.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Where a customer appeals; named in every answer of ours. Absolute, or <see langword="null"/> for none. Default: none.</summary>
    public Uri? Appeal { get; set; }

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        Validate(string.Empty, problems);
    }

    internal void Validate(string place, OptionsProblems problems)
    {
        CheckAction(place + nameof(Elevated), Elevated, problems);
        CheckAction(place + nameof(High), High, problems);
        problems.CheckRange(place + nameof(ElevatedPerMinute), ElevatedPerMinute, 1, 1_000_000);
        problems.CheckRange(place + nameof(HighPerMinute), HighPerMinute, 1, 1_000_000);
        problems.CheckRange(place + nameof(Burst), Burst, 1, 100_000);
        problems.CheckRange(place + nameof(RetryAfter), RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(30));
        problems.CheckRange(place + nameof(Exempt) + ".Count", Exempt.Count, 0, MostExempt);
        if (High < Elevated)
        {
            problems.Add($"{place}{nameof(High)} ({High}) is milder than {nameof(Elevated)} ({Elevated}); raise it, or more evidence would bring less.");
        }

        if (HighPerMinute > ElevatedPerMinute)
        {
            problems.Add(
                $"{place}{nameof(HighPerMinute)} ({HighPerMinute}) is above {nameof(ElevatedPerMinute)} ({ElevatedPerMinute}); lower it, or more evidence would bring less.");
        }

        if (NotEvaluated is not (GuardAction.Observe or GuardAction.Annotate))
        {
            problems.Add($"{place}{nameof(NotEvaluated)} is {NotEvaluated}; only Observe and Annotate are possible: nothing is known about such a request.");
        }

        if (Appeal is { IsAbsoluteUri: false })
        {
            problems.Add($"{place}{nameof(Appeal)} is '{Appeal}'; give an absolute address, for a client that is refused sees nothing else.");
        }
    }

    private static void CheckAction(string place, GuardAction action, OptionsProblems problems)
    {
        if (!Enum.IsDefined(action))
        {
            problems.Add($"{place} is {(int)action}; give one of {string.Join(", ", Enum.GetNames<GuardAction>())}.");
        }
    }
}
