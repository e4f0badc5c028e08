// SPDX-License-Identifier: MIT

using DistillGuard.Rules;
using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Groups;

/// <summary>Runs one campaign among people of three languages and customers of two products.</summary>
internal static class RobustnessTrial
{
    private const string Campaign = "campaign";

    // No divisor of two days: turns that come back at the same minutes of the clock pass for scheduled jobs, which has a row of its own.
    private const int MostExchanges = 13;

    private static readonly RuleSet BuiltIn = BuiltInRuleSets.Load();

    /// <summary>Runs it.</summary>
    /// <param name="variant">How the campaign is run.</param>
    /// <param name="language">The language of the campaign.</param>
    /// <param name="accounts">Accounts of the campaign.</param>
    /// <param name="seed">Seed of chance.</param>
    /// <param name="catalogue">The rules. Default: the built-in ones.</param>
    public static RobustnessCell Run(
        RobustnessVariant variant,
        SampleLanguage language,
        int accounts,
        int seed,
        RuleSet? catalogue = null)
    {
        GroupScenario scenario = Make(variant, language, accounts, seed, catalogue);
        int named = scenario.ResultOf(Campaign).Named;
        return new RobustnessCell(1, named > 0 ? 1 : 0, accounts, named, scenario.AccusedAccounts.Count - named);
    }

    private static GroupScenario Make(RobustnessVariant variant, SampleLanguage language, int accounts, int seed, RuleSet? catalogue)
    {
        // Rules are compiled once, not for every guard: that would be most of the time.
        var scenario = new GroupScenario(GroupPlans.AddAnalyzers, seed);
        scenario.Guard.Rules = catalogue ?? BuiltIn;
        foreach (SampleLanguage spoken in Enum.GetValues<SampleLanguage>())
        {
            scenario.Add(People(spoken));
        }

        scenario.Add(Customers("customers", language, product: 5));
        scenario.Add(Customers("others", Next(language), product: 6));
        if (variant.SharesNovelty)
        {
            scenario.Add(Customers("novelty", language, RobustnessVariants.NewProduct));
        }

        GroupPlan campaign = variant.Make(language);
        return scenario
            .Add(campaign with { Name = Campaign, Accounts = accounts, ExchangesPerAccount = Math.Min(MostExchanges, campaign.ExchangesPerAccount) })
            .Run();
    }

    private static GroupPlan People(SampleLanguage language) => new()
    {
        Name = $"people-{language}",
        Accounts = 20,
        ExchangesPerAccount = 10,
        Unevenness = 1,
        Prompts = SampleTexts.Conversation(language),
    };

    private static GroupPlan Customers(string name, SampleLanguage language, int product) => new()
    {
        Name = name,
        Accounts = 20,
        ExchangesPerAccount = 10,
        Unevenness = 1,
        Prompts = SampleTexts.Product(language, product),
    };

    private static SampleLanguage Next(SampleLanguage language) =>
        (SampleLanguage)(((int)language + 1) % Enum.GetValues<SampleLanguage>().Length);
}
