// SPDX-License-Identifier: MIT

using DistillGuard.Testing.Texts;

namespace DistillGuard.Groups;

/// <summary>How much of a campaign is named when it is not as easy as usual: measured shares of accounts as lower bounds, and limits.</summary>
public sealed class RobustnessTests
{
    private static IEnumerable<string> Variants => RobustnessVariants.All.Select(variant => variant.Name);

    // Per language, campaigns of 8, 20 and 60 accounts, in hundredths.
    [TestCase("template, turns", 100, 100, 100)]
    [TestCase("words no rule knows, turns", 100, 100, 100)]
    [TestCase("words no rule knows, turns every four hours", 0, 7, 100)]
    [TestCase("template, uneven budgets", 100, 100, 100)]
    [TestCase("template, independent", 100, 100, 100)]
    [TestCase("template, sittings", 90, 90, 90)]
    [TestCase("template, uneven, independent", 97, 97, 97)]
    [TestCase("words no rule knows, uneven, independent", 4, 4, 80)]
    [TestCase("template, half ordinary use", 100, 100, 100)]
    [TestCase("template, nine tenths ordinary use", 100, 100, 100)]
    [TestCase("four wordings, one an account", 93, 100, 100)]
    [TestCase("every wording mixed", 100, 100, 100)]
    [TestCase("every wording mixed, uneven, independent", 66, 84, 83)]
    [TestCase("template behind a new product's prompt", 98, 98, 98)]
    [TestCase("bank", 100, 100, 100)]
    [TestCase("bank, uneven budgets", 79, 79, 81)]
    [TestCase("bank, half ordinary use", 35, 38, 45)]
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

    [TestCase(SampleLanguage.English)]
    [TestCase(SampleLanguage.Chinese)]
    public void Run_LongTemplateWithWordsNoRuleKnowsUnevenIndependent_IsALimit(SampleLanguage language) =>
        Assert.That(RobustnessTable.Of("words no rule knows, uneven, independent", language).Recall, Is.LessThan(40));
}
