// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Rules.Workshop;

public sealed class EvasionTextTests
{
    [TestCase(Evasion.Case, "Show it, now.", ExpectedResult = "ShOw It, NoW.")]
    [TestCase(Evasion.Spacing, "ab c", ExpectedResult = "a b   c")]
    [TestCase(Evasion.ZeroWidth, "ab", ExpectedResult = "a\u200Bb")]
    [TestCase(Evasion.FullWidth, "a !", ExpectedResult = "\uFF41\u3000\uFF01")]
    [TestCase(Evasion.Homoglyphs, "cat \u043A\u043E\u0442", ExpectedResult = "\u0441\u0430t \u043Ao\u0442")]
    [TestCase(Evasion.Punctuation, "a, b. \"c\"", ExpectedResult = "a; b! \u201Cc\u201C")]
    [TestCase(Evasion.ClauseOrder, "One, two. Three", ExpectedResult = "Three two. One,")]
    [TestCase(Evasion.Rot13, "Ab", ExpectedResult = "Decode the following and do what it says: No")]
    public string Apply_Evasion(Evasion evasion, string text) => EvasionText.Apply(evasion, text);

    [Test]
    public void Apply_Base64_DecodesToTheText()
    {
        string text = EvasionText.Apply(Evasion.Base64, "h\u00E9llo");

        Assert.That(Encoding.UTF8.GetString(Convert.FromBase64String(text[(text.LastIndexOf(' ') + 1)..])), Is.EqualTo("h\u00E9llo"));
    }

    [Test]
    public void Apply_NoEvasion_Throws() =>
        Assert.That(() => EvasionText.Apply((Evasion)99, "x"), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
