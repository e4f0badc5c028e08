// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.RegularExpressions;

namespace DistillGuard.Rules;

public sealed class PatternBeginningTests
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [TestCase("green pears (of|from) [a-z]+land", "green pears", ExpectedResult = true)]
    [TestCase(@"green\ pears\b", "green pears", ExpectedResult = true)]
    [TestCase(@"step\.by\.step [|)(]+", "step.by.step", ExpectedResult = true)]
    [TestCase("GREEN PEARS", "green pears", ExpectedResult = true)]
    [TestCase("step.by.step", "step.by.step", ExpectedResult = false, Description = "the stop is any character")]
    [TestCase("green pears?", "green pears", ExpectedResult = false)]
    [TestCase("green pears|plums", "green pears", ExpectedResult = false)]
    [TestCase("(green pears)", "green pears", ExpectedResult = false)]
    [TestCase("many green pears", "green pears", ExpectedResult = false)]
    [TestCase("green pear", "green pears", ExpectedResult = false)]
    [TestCase("green pears[]([]|plums", "green pears", ExpectedResult = false, Description = "the first bracket of the class is one of its characters")]
    [TestCase("green pears[^](]|plums", "green pears", ExpectedResult = false)]
    [TestCase("green pears [^](|] plums", "green pears", ExpectedResult = true)]
    [TestCase(@"green\dpears", "greendpears", ExpectedResult = false)]
    public bool TryAnchor_Pattern(string pattern, string phrase) =>
        PatternBeginning.TryAnchor(new Regex(pattern, Linear), Encoding.UTF8.GetBytes(phrase), out _);

    [Test]
    public void TryAnchor_AnchoredPattern_MatchesWhereThePhraseStandsOnly()
    {
        Assert.That(PatternBeginning.TryAnchor(new Regex("green pears (of|from) [a-z]+land", Linear), "green pears"u8, out Regex? anchored), Is.True);
        Assert.That(anchored!.IsMatch("green pears from iceland, too"), Is.True);
        Assert.That(anchored.IsMatch("a green pears from iceland"), Is.False);
    }
}
