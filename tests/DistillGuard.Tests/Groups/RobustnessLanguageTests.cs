// SPDX-License-Identifier: MIT

using DistillGuard.Testing.Texts;

namespace DistillGuard.Groups;

/// <summary>What becomes of a campaign when the rules have no word of its language.</summary>
public sealed class RobustnessLanguageTests
{
    [Test]
    public void Run_OnlyTheWordsOfItsLanguage_AreAsGoodAsAll([Values] SampleLanguage language)
    {
        foreach (string variant in LeftOutLanguages.Variants)
        {
            Assert.That(
                LeftOutLanguages.Of(variant, language, LeftOutLanguages.Words.Own),
                Is.EqualTo(LeftOutLanguages.Of(variant, language, LeftOutLanguages.Words.All)),
                variant);
        }
    }

    [TestCase("template, turns")]
    [TestCase("template, uneven budgets")]
    [TestCase("template, independent")]
    [TestCase("template, half ordinary use")]
    public void Run_WithoutTheWordsOfItsLanguage_IsNamedByOtherEvidence(string variant) =>
        Assert.That(
            RobustnessTable.Languages.Select(language => LeftOutLanguages.Of(variant, language, LeftOutLanguages.Words.Others).Recall),
            Is.All.EqualTo(100));

    [TestCase(SampleLanguage.English, 83)]
    [TestCase(SampleLanguage.Chinese, 86)]
    [TestCase(SampleLanguage.Russian, 83)]
    public void Run_UnevenIndependentWithoutTheWordsOfItsLanguage_IsNamedByItsPool(SampleLanguage language, int recall) =>
        Assert.That(
            LeftOutLanguages.Of("template, uneven, independent", language, LeftOutLanguages.Words.Others).Recall,
            Is.GreaterThanOrEqualTo(recall));
}
