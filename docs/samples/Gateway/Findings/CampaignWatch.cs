// SPDX-License-Identifier: MIT

using DistillGuard.Samples.Gateway.Traffic;
using DistillGuard.Verdicts;

namespace DistillGuard.Samples.Gateway.Findings;

/// <summary>Tells on the console when the guard accuses a group, and whether it was the right one.</summary>
internal sealed class CampaignWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly DistillationGuard _guard;
    private readonly AccountNames _names;
    private readonly Dictionary<int, VerdictLevel> _told = [];

    public CampaignWatch(DistillationGuard guard, AccountNames names)
    {
        _guard = guard;
        _names = names;
    }

    /// <summary>The groups accused now.</summary>
    public IReadOnlyList<FoundGroup> Accused =>
    [
        .. _guard.Groups
            .Where(group => group.Level >= VerdictLevel.Elevated)
            .Select(group => new FoundGroup(group, [.. group.Accounts.Select(account => _names.Find(account.Account) ?? "unknown").Order(StringComparer.Ordinal)])),
    ];

    /// <summary>Whether at least nine of ten accounts of the campaign are accused, and nobody else is.</summary>
    /// <param name="campaign">Accounts that the campaign has.</param>
    public bool IsRight(int campaign)
    {
        HashSet<string> accused = [.. Accused.SelectMany(group => group.Accounts)];
        return accused.Count >= 0.9 * campaign && accused.All(account => account.StartsWith(TrafficPlan.Campaign, StringComparison.Ordinal));
    }

    /// <summary>Tells of groups as they are accused, until it is stopped.</summary>
    public async Task TellAsync(TextWriter output, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                Tell(output);
            }
        }
        catch (OperationCanceledException)
        {
            Tell(output); // what was found last
        }
    }

    private void Tell(TextWriter output)
    {
        foreach (FoundGroup group in Accused.Where(group => _told.GetValueOrDefault(group.Finding.Number) < group.Finding.Level))
        {
            _told[group.Finding.Number] = group.Finding.Level;
            output.WriteLine(group);
        }
    }
}
