// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.Groups;
using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Signals;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;
using DistillGuard.Verdicts;

namespace DistillGuard.Snapshots;

/// <summary>Two days of a campaign, question banks and ordinary people, and guards to send them to. The same every time.</summary>
internal sealed class SnapshotTraffic
{
    private const int Campaign = 20;
    private const int Bank = 12;
    private const int People = 40;

    private readonly List<(DateTimeOffset Time, Identity Sender, Exchange Exchange)> _events = [];

    public SnapshotTraffic(int exchangesPerAccount = 20)
    {
        var chance = new Random(7);
        Add("campaign", Campaign, exchangesPerAccount, SampleTexts.Template(SampleLanguage.English, template: 1), chance);
        Add("bank", Bank, exchangesPerAccount, SampleTexts.Bank(SampleLanguage.English), chance);
        Add("person", People, exchangesPerAccount, SampleTexts.Conversation(SampleLanguage.English), chance);
        _events.Sort((left, right) => left.Time.CompareTo(right.Time));
    }

    public int Count => _events.Count;

    /// <summary>A guard with every detector and analyzer of the core, and small tables.</summary>
    public static DistillationGuard Guard(Action<DistillationGuardBuilder>? change = null)
    {
        var builder = new DistillationGuardBuilder();
        builder.UseSecret(Samples.Secret)
            .AddRateAnomaly()
            .AddPromptPattern()
            .AddSignatureReplay()
            .AddRelayFanIn()
            .AddUpstreamRefusal()
            .Configure(Shrink);
        GroupPlans.AddAnalyzers(builder.UseRules(BuiltInRuleSets.Sources()));
        change?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>Sends a stretch of the traffic, the guard looking for groups whenever it is due.</summary>
    /// <returns>What the guard said, request by request.</returns>
    public List<string> Send(DistillationGuard guard, int from, int to)
    {
        var said = new List<string>(to - from);
        var traffic = new Traffic(guard);
        traffic.Watch(verdict => said.Add(Describe(verdict.Verdict)));
        foreach ((DateTimeOffset time, Identity sender, Exchange exchange) in _events.Take(to).Skip(from))
        {
            traffic.At(time).From(sender).Send(1, TimeSpan.Zero, exchange);
            guard.Analyze(time);
        }

        guard.Analyze(_events[to - 1].Time.AddMinutes(20));
        return said;
    }

    /// <summary>All findings about groups in words, members and times included.</summary>
    public static string Describe(IReadOnlyList<GroupFinding> groups)
    {
        var text = new StringBuilder();
        foreach (GroupFinding group in groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"{group.Number} {group.Level} {group.Score:R} {group.Pool} {group.Pieces} {group.Organizations} {group.Exchanges} ");
            text.Append(CultureInfo.InvariantCulture, $"{group.FirstAlert:O} {group.ExchangesBeforeAlert} {group.HighestTime:O} {group.LatestScore:R} {group.LatestAccusableScore:R} {group.LatestTime:O}\n");
            text.AppendJoin(' ', group.Accounts.Select(account => $"{account.Account.High:x}@{account.Named:O}/{account.ExchangesBefore}")).Append('\n');
            text.Append(group.Explain()).Append('\n');
        }

        return text.ToString();
    }

    private static string Describe(Verdict verdict)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{verdict.Level} {verdict.Score:R} {verdict.AccusableScore:R} {verdict.Bar:R} {verdict.AccountExchanges} {verdict.Group}");
        foreach (Signal signal in verdict.Signals)
        {
            text.Append(CultureInfo.InvariantCulture, $" {signal.Info.Id} {signal.Weight:R} {signal.Measure:R}");
        }

        return text.ToString();
    }

    private static void Shrink(GuardOptions options)
    {
        options.MaxAccounts = 512;
        options.MaxOrganizations = 512;
        options.MaxLinks = 512;
        options.MaxCohorts = 64;
        options.MaxSignatures = 1_024;
        options.Groups.MaxPieces = 4_096;
        options.Groups.MaxAccounts = 512;
        options.Groups.MaxMemberships = 4_096;
        options.Groups.MaxExchanges = 2_048;
        options.Groups.MaxSketches = 128;
        options.Groups.MaxHabits = 256;
    }

    private void Add(string name, int accounts, int exchanges, Func<int, Random, Exchange> prompts, Random chance)
    {
        for (int i = 0; i < accounts * exchanges; i++)
        {
            int account = i % accounts;
            var sender = new Identity
            {
                Account = $"{name}-{account}",
                Organization = $"{name}-{account}-org",
                Payment = name == "bank" ? $"bank-card-{account / 3}" : $"{name}-{account}-card",
                Plan = "pro",
                Created = Samples.Start.AddDays(-account),
            };
            double hours = 48.0 * (i + (name == "person" ? chance.NextDouble() * 20 : 0)) / (accounts * exchanges);
            Exchange exchange = prompts(account, chance) with
            {
                EndUser = $"user-{chance.Next(9)}",
                Refusal = chance.Next(40) == 0 ? "reasoning_extraction" : string.Empty,
                IssuedReasoning = [$"{name}-{i}-{new string('s', 40)}"],
                CarriedReasoning = i < accounts ? [] : [$"{(chance.Next(30) == 0 ? "campaign" : name)}-{chance.Next(i)}-{new string('s', 40)}"],
            };
            _events.Add((Samples.Start.AddHours(hours), sender, exchange));
        }
    }
}
