// SPDX-License-Identifier: MIT

using DistillGuard.Groups;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Page;

/// <summary>Everything that one drawing of the page is made from, as it was at one moment.</summary>
internal sealed class LiveView
{
    /// <summary>Groups drawn; of more, those of the highest scores.</summary>
    public const int MostGroups = 12;

    /// <summary>Accounts listed.</summary>
    public const int MostAccounts = 50;

    private const int LongestName = 48;

    private readonly LivePageOptions _options;

    public LiveView(DistillationGuard guard, Gateway gateway, LiveTraffic traffic, LivePageOptions options, DateTimeOffset now)
    {
        _options = options;
        Guard = guard;
        Gateway = gateway.Counters;
        Traffic = traffic;
        Now = now;
        Groups = [.. guard.Groups.Where(static group => group.Level != VerdictLevel.None).OrderByDescending(static group => group.Score)];
        Standing = traffic.Standing();
    }

    public DistillationGuard Guard { get; }

    public GatewayCounters Gateway { get; }

    public LiveTraffic Traffic { get; }

    public DateTimeOffset Now { get; }

    /// <summary>When groups were last looked for; <see langword="null"/> when they never were.</summary>
    public DateTimeOffset? LatestLook { get; init; }

    /// <summary>The accused groups.</summary>
    public IReadOnlyList<GroupFinding> Groups { get; }

    /// <summary>The accounts whose own evidence is above the bar.</summary>
    public IReadOnlyList<AccountStanding> Standing { get; }

    /// <summary>What the host calls an account, or the beginning of its hash.</summary>
    public string NameOf(SubjectKey account)
    {
        string? name = null;
        try
        {
            name = _options.NameOf?.Invoke(account);
        }
        catch (Exception)
        {
            // The host's own function; without it the page still tells accounts apart.
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            return account.ToString();
        }

        return name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 1), "…");
    }
}
