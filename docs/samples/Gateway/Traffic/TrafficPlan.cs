// SPDX-License-Identifier: MIT

using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Samples.Gateway.Traffic;

/// <summary>Makes up a day of traffic: people in sittings, a product's customers, and a campaign that takes turns.</summary>
internal static class TrafficPlan
{
    /// <summary>What the accounts of the campaign are called. Only this plan and its tests look at names.</summary>
    public const string Campaign = "harvest-";

    private const int SittingsPerPerson = 4;
    private const int MostInSitting = 6;
    private const int RequestsPerHarvester = 20;

    /// <summary>How long a plan lasts.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Func<int, Random, Exchange> Ordinary = SampleTexts.Conversation(SampleLanguage.English);
    private static readonly Func<int, Random, Exchange> Product = SampleTexts.Product(SampleLanguage.English, product: 1);
    private static readonly Func<int, Random, Exchange> Harvest = SampleTexts.Template(SampleLanguage.English);

    /// <summary>The requests of one day, in the order of time.</summary>
    /// <param name="customers">Who sends them.</param>
    /// <param name="start">When the day begins.</param>
    /// <param name="seed">Seed of chance.</param>
    public static IReadOnlyList<PlannedRequest> OneDay(CustomerDirectory customers, DateTimeOffset start, int seed)
    {
        var chance = new Random(seed);
        IReadOnlyList<Customer> harvesters = CampaignOf(customers);
        IEnumerable<PlannedRequest> people = customers.All
            .Where(customer => !IsHarvester(customer))
            .SelectMany((customer, i) => Sittings(customer, i % 10 == 0 ? Product : Ordinary, start, chance));
        return [.. people.Concat(Turns(harvesters, start, chance)).OrderBy(request => request.Time)];
    }

    /// <summary>The customers that are the campaign.</summary>
    public static IReadOnlyList<Customer> CampaignOf(CustomerDirectory customers) => [.. customers.All.Where(IsHarvester)];

    private static bool IsHarvester(Customer customer) => customer.Account.StartsWith(Campaign, StringComparison.Ordinal);

    private static IEnumerable<PlannedRequest> Sittings(Customer customer, Func<int, Random, Exchange> texts, DateTimeOffset start, Random chance)
    {
        for (int sitting = 0; sitting < SittingsPerPerson; sitting++)
        {
            DateTimeOffset time = start + (Day * chance.NextDouble());
            for (int left = chance.Next(1, MostInSitting + 1); left > 0; left--)
            {
                yield return Request(time, customer, texts(0, chance));
                time += TimeSpan.FromMinutes(1 + (8 * chance.NextDouble()));
            }
        }
    }

    // A dispatcher hands the next task to the next account: each sends little, and none ever sits down to talk.
    private static IEnumerable<PlannedRequest> Turns(IReadOnlyList<Customer> harvesters, DateTimeOffset start, Random chance)
    {
        int count = harvesters.Count * RequestsPerHarvester;
        for (int turn = 0; turn < count; turn++)
        {
            yield return Request(start + (Day * turn / count), harvesters[turn % harvesters.Count], Harvest(0, chance));
        }
    }

    private static PlannedRequest Request(DateTimeOffset time, Customer customer, Exchange exchange) =>
        new(time, customer, exchange.System, exchange.Prompt);
}
