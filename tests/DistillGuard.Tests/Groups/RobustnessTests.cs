// SPDX-License-Identifier: MIT

using DistillGuard.Testing.Texts;

namespace DistillGuard.Groups;

/// <summary>How much of a campaign is named when it is not as easy as usual: measured shares of accounts as lower bounds, and limits.</summary>
public sealed class RobustnessTests
{
    private static IEnumerable<string> Variants => RobustnessVariants.All.Where(variant => !variant.SharesNovelty).Select(variant => variant.Name);

    // Per language, campaigns of 8, 20 and 60 accounts, in hundredths.
    [TestCase("template, turns", 100, 100, 100)]
    [TestCase("words no rule knows, turns", 100, 100, 100)]
    [TestCase("words no rule knows, turns every four hours", 0, 7, 0)]
    [TestCase("template, uneven budgets", 100, 100, 100)]
    [TestCase("template, independent", 100, 100, 100)]
    [TestCase("template, sittings", 100, 100, 100)]
    [TestCase("template, uneven, independent", 97, 97, 90)]
    [TestCase("words no rule knows, uneven, independent", 4, 4, 4)]
    [TestCase("template, half ordinary use", 100, 100, 100)]
    [TestCase("template, nine tenths ordinary use", 100, 100, 100)]
    [TestCase("four wordings, one an account", 97, 100, 90)]
    [TestCase("every wording mixed", 100, 100, 100)]
    [TestCase("every wording mixed, uneven, independent", 68, 85, 41)]
    [TestCase("template behind a new product's prompt", 100, 100, 100)]
    [TestCase("bank", 100, 100, 100)]
    [TestCase("bank, uneven budgets", 82, 80, 82)]
    [TestCase("bank, half ordinary use", 35, 39, 45)]
    [TestCase("bank behind one benign prompt", 90, 90, 90)]
    public void Run_Variant_IsNamedAsMeasured(string variant, int english, int chinese, int russian)
    {
        Assert.That(RobustnessTable.Of(variant, SampleLanguage.English).Recall, Is.GreaterThanOrEqualTo(english));
        Assert.That(RobustnessTable.Of(variant, SampleLanguage.Chinese).Recall, Is.GreaterThanOrEqualTo(chinese));
        Assert.That(RobustnessTable.Of(variant, SampleLanguage.Russian).Recall, Is.GreaterThanOrEqualTo(russian));
    }

    [TestCaseSource(nameof(Variants))]
    public void Run_AnyVariant_NamesNobodyElse(string variant) =>
        Assert.That(RobustnessTable.Sizes.Sum(size => RobustnessTable.Of(variant, size).Innocents), Is.Zero);

    [TestCase("no sentence twice")]
    [TestCase("bank, sittings")]
    [TestCase("bank behind a benign prompt for each account")]
    public void Run_NothingSharedAndNoForm_IsALimit(string variant) =>
        Assert.That(RobustnessTable.Sizes.Sum(size => RobustnessTable.Of(variant, size).Found), Is.Zero);

    [Test]
    public void Run_WordsNoRuleKnowsUnevenIndependent_IsALimit() =>
        Assert.That(
            RobustnessTable.Languages.Max(language => RobustnessTable.Of("words no rule knows, uneven, independent", language).Recall),
            Is.LessThan(40));

    [Test]
    public void Run_LongRussianTemplateThatLeavesThePoolsByItsBytes_IsALimit()
    {
        const string Variant = "every wording mixed, uneven, independent";

        Assert.That(
            RobustnessTable.Of(Variant, SampleLanguage.Russian).Recall,
            Is.LessThan(RobustnessTable.Of(Variant, SampleLanguage.English).Recall));
    }

    [Test]
    public void Run_CustomersWhoseNewPromptTheCampaignSendsToo_AreNamedWithIt_IsALimit()
    {
        int[] innocents = [.. RobustnessTable.Sizes.Select(size => RobustnessTable.Of("template behind a new product's prompt", size).Innocents)];

        TestContext.Out.WriteLine($"Customers named, by size: {string.Join(", ", innocents)}.");
        Assert.That(innocents[^1], Is.GreaterThan(0));
    }
}
