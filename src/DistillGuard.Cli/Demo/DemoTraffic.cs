// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Cli.Demo;

/// <summary>Makes up three days of traffic: people, services and one campaign. The same every time.</summary>
internal static class DemoTraffic
{
    private const int Seed = 20260309;

    /// <summary>All exchanges in time order.</summary>
    public static IReadOnlyList<DemoExchange> Create()
    {
        var random = new Random(Seed);
        var accounts = new DemoAccounts(random);
        var exchanges = new List<DemoExchange>();
        new DemoPeople(random, accounts, exchanges).Add();
        new DemoServices(random, accounts, exchanges).Add();
        new DemoCampaign(random, accounts, exchanges).Add();
        exchanges.RemoveAll(exchange => exchange.Time >= DemoCalendar.End);
        exchanges.Sort(static (left, right) =>
        {
            int order = left.Time.CompareTo(right.Time);
            return order != 0 ? order : string.CompareOrdinal(left.Account.Id, right.Account.Id);
        });
        return exchanges;
    }

    /// <summary>Puts words into a sentence's gaps.</summary>
    public static string Fill(string sentence, params ReadOnlySpan<object?> words) =>
        string.Format(CultureInfo.InvariantCulture, sentence, words);

    /// <summary>One of several, by chance.</summary>
    public static TItem Pick<TItem>(this Random random, IReadOnlyList<TItem> items) => items[random.Next(items.Count)];
}
