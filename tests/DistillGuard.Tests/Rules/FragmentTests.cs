// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Rules;

public sealed class FragmentTests
{
    private const string Apples = """{"phrases": {"any": ["golden apples"]}}""";

    [Test]
    public void Use_Fragment_HoldsAsWrittenOut()
    {
        RuleSet rules = Compile($$"""{"fruit": {{Apples}}}""", """{"all": [{"use": "fruit"}, {"phrases": {"any": ["green pears"]}}]}""");

        Assert.That((Matches(rules, "golden apples, green pears"), Matches(rules, "golden apples")), Is.EqualTo((true, false)));
    }

    [Test]
    public void Use_FragmentThatUsesAnother_IsPutIn()
    {
        RuleSet rules = Compile($$"""{"outer": {"any": [{"use": "inner"}]}, "inner": {{Apples}}}""", """{"use": "outer"}""");

        Assert.That(Matches(rules, "golden apples"), Is.True);
    }

    [TestCase("""{"a": {"use": "a"}}""", "a", ExpectedResult = "DG1042")]
    [TestCase("""{"a": {"use": "b"}, "b": {"not": {"use": "a"}}}""", "a", ExpectedResult = "DG1042")]
    [TestCase("""{"fruit": {"phrases": {"any": ["golden apples"]}}}""", "friut", ExpectedResult = "DG1041")]
    [TestCase("""{"Fruit": {"phrases": {"any": ["golden apples"]}}}""", "Fruit", ExpectedResult = "DG1021")]
    [TestCase("""{"x": {"phrases": {"any": ["abc"]}}, "fruit": {"phrases": {"any": ["golden apples"]}}}""", "fruit", ExpectedResult = "DG1032")]
    public string Use_Mistake_IsReported(string define, string use) => string.Join(' ', Mistakes(define, $$"""{"use": "{{use}}"}"""));

    [Test]
    public void Use_FragmentsThatGrowWithoutEnd_AreRefused()
    {
        string doubling = string.Join(',', Enumerable.Range(0, 40).Select(i => $$"""
            "f{{i}}": {"all": [{"use": "f{{i + 1}}"}, {"use": "f{{i + 1}}"}]}
            """));

        Assert.That(Mistakes($$"""{{{doubling}}, "f40": {{Apples}}}""", """{"use": "f0"}"""), Is.EqualTo(new[] { "DG1043" }));
    }

    private static string[] Mistakes(string define, string condition)
    {
        RuleSet.TryCompile([new RuleSetSource("own.json", Document(define, condition))], out _, out IReadOnlyList<RuleDiagnostic> found);
        return [.. found.Select(diagnostic => diagnostic.Code)];
    }

    private static RuleSet Compile(string define, string condition) => RuleSet.Compile(Document(define, condition));

    private static string Document(string define, string condition) =>
        RuleJson.Document(RuleJson.Rule(condition)).Replace("\"rules\"", $"\"define\": {define}, \"rules\"", StringComparison.Ordinal);

    private static bool Matches(RuleSet rules, string text)
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, text);
        var hits = default(RuleHits);
        rules.Match(buffer.Content, new MatchScratch(), ref hits);
        return !hits.IsEmpty;
    }
}
