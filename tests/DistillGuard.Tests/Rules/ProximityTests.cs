// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;
using DistillGuard.Requests;
using DistillGuard.Rules.Conditions;

namespace DistillGuard.Rules;

public sealed class ProximityTests
{
    private static readonly string[] Pieces =
        ["golden apples", "green pears", "ripe quinces", " and ", " ", ". ", "; ", " of the sun", " x", "\u9EC4\u91D1", "? ", "golden applesauce ", "pears "];

    private static readonly string[][] Groups = [["golden apples", "golden plums"], ["green pears"], ["ripe quinces", "of the sun"]];

    [TestCase("golden apples and green pears", 1, ExpectedResult = true)]
    [TestCase("golden apples and the green pears", 1, ExpectedResult = false)]
    [TestCase("green pears and golden apples", 1, ExpectedResult = true)]
    [TestCase("golden apples green pears", 0, ExpectedResult = true)]
    [TestCase("golden apples don't green pears", 1, ExpectedResult = true)]
    [TestCase("golden apples \u9EC4\u91D1 green pears", 1, ExpectedResult = false)]
    [TestCase("golden apples \u9EC4\u91D1 green pears", 2, ExpectedResult = true)]
    public bool Near_Words(string text, int within) => Matches(Rule("near", within, "words", Groups[..2]), text);

    [TestCase("golden apples and green pears", ExpectedResult = true)]
    [TestCase("green pears and golden apples", ExpectedResult = false)]
    [TestCase("golden apples, then golden apples and green pears", ExpectedResult = true)]
    public bool Sequence_Order(string text) => Matches(Rule("sequence", 1, "words", Groups[..2]), text);

    [TestCase("Golden apples, green pears.", ExpectedResult = true)]
    [TestCase("Golden apples. Green pears.", ExpectedResult = false)]
    [TestCase("Golden apples v1.5 and green pears", ExpectedResult = true)]
    [TestCase("Golden apples? Green pears!", ExpectedResult = false)]
    [TestCase("golden apples\u3002green pears", ExpectedResult = false)]
    public bool Near_Sentence(string text) => Matches(Rule("near", null, "sentence", Groups[..2]), text);

    [Test]
    public void Near_AnyText_EqualsEveryChoiceTried() => Holds(ordered: false);

    [Test]
    public void Sequence_AnyText_EqualsEveryChoiceTried() => Holds(ordered: true);

    [Test]
    public void Near_AroundTheSeamOfPieces_IsFoundAlike()
    {
        RuleSet rules = Rule("near", 60, "bytes", Groups[..2]);
        for (int offset = MatchScratch.PieceBytes - 120; offset < MatchScratch.PieceBytes + 20; offset++)
        {
            string text = new string('.', offset) + "golden apples" + new string('.', 60) + "green pears" + new string('.', 99);

            Assert.That(Matches(rules, text), Is.True, $"{offset}");
        }
    }

    [TestCase(2, ExpectedResult = false)]
    [TestCase(3, ExpectedResult = true)]
    [TestCase(40, ExpectedResult = true)]
    public bool Count_Repeats(int repeats) =>
        Matches(
            RuleJson.Compile("""{"count": {"any": ["golden apples", "green pears"], "min": 3}}"""),
            string.Concat(Enumerable.Repeat("golden apples, ", repeats - 1)) + "green pears");

    [Test]
    public void Count_AroundTheSeamOfPieces_CountsEachOnce()
    {
        RuleSet three = RuleJson.Compile("""{"count": {"any": ["golden apples", "\u9EC4\u91D1\u82F9\u679C"], "min": 3}}""");
        foreach (string phrase in new[] { "golden apples", "\u9EC4\u91D1\u82F9\u679C" })
        {
            for (int offset = MatchScratch.PieceBytes - 60; offset < MatchScratch.PieceBytes + 20; offset++)
            {
                string two = new string('.', offset) + phrase + "," + phrase + new string('.', 99);

                Assert.That(Matches(three, two), Is.False, $"{offset}");
                Assert.That(Matches(three, two + phrase), Is.True, $"{offset}");
            }
        }
    }

    [Test]
    public void Count_AcrossMessages_AddsUp()
    {
        RuleSet rules = RuleJson.Compile("""{"count": {"any": ["golden apples"], "min": 2}}""");
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, "golden apples");
        buffer.Add(MessageRole.User, "golden apples", message: 1);

        var hits = default(RuleHits);
        rules.Match(buffer.Content, new MatchScratch(), ref hits);

        Assert.That(hits.Count, Is.EqualTo(1));
    }

    private static void Holds(bool ordered) =>
        Gen.Select(Gen.OneOf(Pieces).Array[0, 16], Gen.Int[0, 3], Gen.Int[2, 3]).Sample(
            (pieces, within, groups) =>
            {
                string text = string.Concat(pieces);
                RuleSet rules = Rule(ordered ? "sequence" : "near", within, "words", Groups[..groups]);
                return Matches(rules, text) == ProximityOracle.Holds(text, Groups[..groups], ordered, within, DistanceUnit.Words);
            },
            iter: 3_000);

    private static RuleSet Rule(string kind, int? within, string unit, string[][] groups)
    {
        string lists = string.Join(',', groups.Select(group => $"[{string.Join(',', group.Select(phrase => $"\"{phrase}\""))}]"));
        string distance = within is null ? string.Empty : $"\"within\": {within}, ";
        return RuleJson.Compile($$$"""{"{{{kind}}}": {"groups": [{{{lists}}}], {{{distance}}}"unit": "{{{unit}}}"}}""");
    }

    private static bool Matches(RuleSet rules, string text)
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, Encoding.UTF8.GetBytes(text));
        var hits = default(RuleHits);
        rules.Match(buffer.Content, new MatchScratch(), ref hits);
        return !hits.IsEmpty;
    }
}
