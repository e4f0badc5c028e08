// SPDX-License-Identifier: MIT

namespace DistillGuard.Signals;

public sealed class SignalTagTests
{
    [TestCase("", "")]
    [TestCase("SG", "SG")]
    [TestCase("abcdefgh", "abcdefgh")]
    [TestCase("abcdefghi", "abcdefgh")]
    [TestCase("aé中", "a??")]
    public void From_Text_KeepsFirstEightAsciiCharacters(string text, string expected) =>
        Assert.That(SignalTag.From(text).ToString(), Is.EqualTo(expected));

    [Test]
    public void From_Country_GivesItsLetters() =>
        Assert.That(SignalTag.From(CountryCode.Parse("de")), Is.EqualTo(SignalTag.From("DE")));

    [Test]
    public void From_UnknownCountry_IsEmpty() => Assert.That(SignalTag.From(default(CountryCode)).IsEmpty, Is.True);

    [Test]
    public void ToString_Default_IsEmpty() => Assert.That(default(SignalTag).ToString(), Is.Empty);
}
