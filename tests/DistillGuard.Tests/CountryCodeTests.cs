// SPDX-License-Identifier: MIT

namespace DistillGuard;

public sealed class CountryCodeTests
{
    [TestCase("DE", "DE")]
    [TestCase("de", "DE")]
    [TestCase("hK", "HK")]
    [TestCase("TW", "TW")]
    [TestCase("MO", "MO")]
    public void TryParse_TwoLetters_GivesUpperCase(string text, string expected)
    {
        bool isCode = CountryCode.TryParse(text, out CountryCode code);

        Assert.That((isCode, code.IsKnown, code.ToString()), Is.EqualTo((true, true, expected)));
    }

    [TestCase("")]
    [TestCase("D")]
    [TestCase("DEU")]
    [TestCase("D1")]
    [TestCase("ÄÖ")]
    [TestCase("  ")]
    [TestCase("[{")]
    public void TryParse_OtherText_IsNotKnown(string text)
    {
        bool isCode = CountryCode.TryParse(text, out CountryCode code);

        Assert.That((isCode, code.IsKnown, code.Letters), Is.EqualTo((false, false, (ushort)0)));
    }

    [Test]
    public void Parse_Code_GivesIt() => Assert.That(CountryCode.Parse("fr").ToString(), Is.EqualTo("FR"));

    [Test]
    public void Parse_OtherText_ThrowsWithTheText() =>
        Assert.That(
            () => CountryCode.Parse("France"),
            Throws.InstanceOf<FormatException>().With.Message.Contains("France"));

    [Test]
    public void Parse_Null_Throws() => Assert.That(() => CountryCode.Parse(null), Throws.ArgumentNullException);

    [Test]
    public void FromLetters_LettersOfACode_GivesTheCode()
    {
        CountryCode code = CountryCode.Parse("ZA");

        Assert.That(CountryCode.FromLetters(code.Letters), Is.EqualTo(code));
    }

    [Test]
    public void FromLetters_Zero_IsNotKnown() => Assert.That(CountryCode.FromLetters(0).IsKnown, Is.False);

    [TestCase((ushort)1)]
    [TestCase((ushort)0x6465)]
    [TestCase((ushort)0x4400)]
    public void FromLetters_NoCode_Throws(ushort letters) =>
        Assert.That(() => CountryCode.FromLetters(letters), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Letters_OfTwoCodes_OrderAlphabetically() =>
        Assert.That(CountryCode.Parse("AZ").Letters, Is.LessThan(CountryCode.Parse("BA").Letters));

    [Test]
    public void Default_IsNotKnownAndEmpty() => Assert.That(default(CountryCode).ToString(), Is.Empty);

    [Test]
    public void TryParse_SpecialRegions_AreCodesOfTheirOwn() =>
        Assert.That(
            new[] { "CN", "HK", "MO", "TW" }.Select(CountryCode.Parse).Distinct().Count(),
            Is.EqualTo(4));
}
