// SPDX-License-Identifier: MIT

using DistillGuard.Testing;

namespace DistillGuard.Detectors;

/// <summary>Plans of accounts that one card pays for, and of the customers beside whom they are looked at.</summary>
internal static class TiedPlans
{
    private const int Before = 15;

    private static readonly string[] Goods = ["parcel", "invoice", "refund", "warranty card", "spare part", "delivery slot", "gift voucher", "return label"];
    private static readonly string[] Fields = ["botany", "naval law", "ceramics", "optics", "falconry", "bookbinding", "tides", "beekeeping", "fonts", "glaciers", "opera", "soil"];

    /// <summary>Customers who ask one kind of thing each, all week.</summary>
    public static GroupPlan Shops => new() { Name = "shops", Accounts = 60, ExchangesPerAccount = 40, Prompts = Shop };

    /// <summary>Ten shops that one card pays for.</summary>
    public static GroupPlan Agency => Shops with { Name = "agency", Accounts = 10, AccountsPerPayment = 10 };

    /// <summary>Ten accounts that one card pays for; after fifteen exchanges each, all ask for something else.</summary>
    public static GroupPlan Turned => Agency with { Name = "turned", Prompts = Turning() };

    /// <summary>Ten accounts that one card pays for, whose questions are about everything.</summary>
    public static GroupPlan Sweeping => Agency with { Name = "sweeping", Prompts = Everything };

    public static Exchange Shop(int account, Random chance) =>
        new() { Prompt = $"Where is the {Goods[account % Goods.Length]} number {chance.Next(10_000)} of my order now?" };

    public static Exchange Everything(int account, Random chance) =>
        new() { Prompt = $"What does {Word(chance)} {Word(chance)} mean in {Fields[chance.Next(Fields.Length)]} for {Word(chance)}?" };

    public static Exchange Task(int account, Random chance) =>
        new() { Prompt = $"Write 5 exam problems on {Fields[chance.Next(Fields.Length)]}. For each: (a) the problem; (b) a full worked solution; (c) a grade from 1 to 10." };

    private static Func<int, Random, Exchange> Turning()
    {
        var sent = new Dictionary<int, int>();
        return (account, chance) =>
        {
            sent[account] = sent.GetValueOrDefault(account) + 1;
            return sent[account] <= Before ? Shop(account, chance) : Task(account, chance);
        };
    }

    private static string Word(Random chance) => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprstvz"[chance.Next(14)]}{"aeiou"[chance.Next(5)]}"));
}
