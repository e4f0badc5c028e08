// SPDX-License-Identifier: MIT

using DistillGuard.Support;
using DistillGuard.Testing;
using DistillGuard.Testing.Texts;

namespace DistillGuard.Groups;

/// <summary>
/// The campaigns of <see cref="RobustnessTable"/>. None shares a card, a client, a network or a time of sign-up: these are
/// measured elsewhere, and would hide what falls.
/// </summary>
internal static class RobustnessVariants
{
    /// <summary>Number of the product whose system prompt is new to everybody.</summary>
    public const int NewProduct = 7;

    private const int Known = 0;
    private const int Unknown = 1;
    private const int FirstCover = 40;

    public static IReadOnlyList<RobustnessVariant> All { get; } =
    [
        new("template, turns", language => Of(language, Known)),
        new("words no rule knows, turns", language => Of(language, Unknown)),
        new("words no rule knows, turns every four hours", language => Of(language, Unknown) with { ExchangesPerAccount = 12 }),
        new("template, uneven budgets", language => Of(language, Known) with { Unevenness = 1 }),
        new("template, independent", language => Of(language, Known) with { Dispatch = Dispatch.Independent }),
        new("template, sittings", language => Of(language, Known) with { Dispatch = Dispatch.Sittings }),
        new("template, uneven, independent", language => Loose(language, Known)),
        new("words no rule knows, uneven, independent", language => Loose(language, Unknown)),
        new("template, half ordinary use", language => Mixed(language, 0.5)),
        new("template, nine tenths ordinary use", language => Mixed(language, 0.9)),
        new("four wordings, one an account", language => Of(language, Known) with { Prompts = SampleTexts.Template(language, Known, SampleTexts.Wordings) }),
        new("every wording mixed", language => Of(language, Known) with { Prompts = SampleTexts.MixedTemplate(language, Known) }),
        new("every wording mixed, uneven, independent", language => Loose(language, Known) with { Prompts = SampleTexts.MixedTemplate(language, Known) }),
        new("no sentence twice", language => Of(language, Known) with { Prompts = SampleTexts.RephrasedTemplate(language, Known) }),
        new("template behind a new product's prompt", BehindNewProduct) { SharesNovelty = true },
        new("bank", Bank),
        new("bank, uneven budgets", language => Bank(language) with { Unevenness = 1 }),
        new("bank, half ordinary use", language => Bank(language) with { OrdinaryShare = 0.5, OrdinaryPrompts = SampleTexts.Conversation(language) }),
        new("bank, sittings", language => Bank(language) with { Dispatch = Dispatch.Sittings }),
        new("bank behind one benign prompt", language => Covered(language, static _ => FirstCover)),
        new("bank behind a benign prompt for each account", language => Covered(language, static account => FirstCover + account)),
    ];

    public static RobustnessVariant Named(string name) => All.Single(variant => variant.Name == name);

    private static GroupPlan Of(SampleLanguage language, int template) =>
        GroupPlans.Campaign with { Prompts = SampleTexts.Template(language, template) };

    private static GroupPlan Loose(SampleLanguage language, int template) =>
        Of(language, template) with { Unevenness = 1, Dispatch = Dispatch.Independent };

    private static GroupPlan Mixed(SampleLanguage language, double ordinary) => Of(language, Known) with
    {
        ExchangesPerAccount = 10,
        OrdinaryShare = ordinary,
        OrdinaryPrompts = SampleTexts.Conversation(language),
    };

    private static GroupPlan BehindNewProduct(SampleLanguage language)
    {
        Func<int, Random, Exchange> template = SampleTexts.Template(language, Known);
        Func<int, Random, Exchange> product = SampleTexts.Product(language, NewProduct);
        return Loose(language, Known) with
        {
            Prompts = (account, chance) => template(account, chance) with { System = product(account, chance).System },
        };
    }

    private static GroupPlan Bank(SampleLanguage language) =>
        GroupPlans.Campaign with { Dispatch = Dispatch.Independent, Prompts = SampleTexts.Bank(language) };

    private static GroupPlan Covered(SampleLanguage language, Func<int, int> product)
    {
        Func<int, Random, Exchange> bank = SampleTexts.Bank(language);
        return Bank(language) with
        {
            Prompts = (account, chance) =>
                bank(account, chance) with { System = SampleTexts.Product(language, product(account))(account, chance).System },
        };
    }
}
