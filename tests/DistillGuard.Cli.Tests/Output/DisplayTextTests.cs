// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Cli.Output;

public sealed class DisplayTextTests
{
    [TestCase("acct_12", "acct_12")]
    [TestCase("流星 ñ é", "流星 ñ é")]
    [TestCase("\e[2Jgone", "\uFFFD[2Jgone")]
    [TestCase("a\nb\tc", "a\uFFFDb\uFFFDc")]
    [TestCase("a\u202Eb", "a\uFFFDb")]
    [TestCase("a\u009Bb", "a\uFFFDb")]
    public void Clean_Text_LosesWhatMovesTheCursor(string text, string expected) =>
        Assert.That(DisplayText.Clean(text), Is.EqualTo(expected));

    [Test]
    public void Clean_AnyText_HoldsNoControlCharacter() =>
        Gen.String.Sample(text => !DisplayText.Clean(text).Any(char.IsControl), iter: 10_000);

    [Test]
    public void Clean_LongName_IsCut() =>
        Assert.That(DisplayText.Clean(new string('a', 500)), Has.Length.EqualTo(121).And.EndsWith("…"));
}
