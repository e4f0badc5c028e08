// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Rules;

/// <summary>Each mistake, its code and its place. The names say the mistake.</summary>
public sealed class RuleDiagnosticTests
{
    private const string Good = """{"phrases": {"any": ["a good long phrase"]}}""";

    private static readonly string Long = new('x', 130);

    private static readonly string Deep =
        string.Concat(Enumerable.Repeat("""{"not": """, 9)) + Good + string.Concat(Enumerable.Repeat("}", 9));

    public static IEnumerable<TestCaseData> Mistakes()
    {
        yield return Document("EmptyText", "", "DG1001 $ 1,1");
        yield return Document("NotJson", "{\n  \"version\": 1,\n}", "DG1001 $ 3,1");
        yield return Document("Comment", "// no", "DG1001 $ 1,1");
        yield return Document("TextAfterTheEnd", RuleJson.Document(RuleJson.Rule(Good)) + " {}", "DG1001");
        yield return Document("HalfASurrogate", RuleJson.Document(RuleJson.Rule("""{"phrases": {"any": ["a long \ud800 phrase"]}}""")), "DG1003");
        yield return Document("RootIsAList", "[]", "DG1013 $ 1,1");
        yield return Document("NothingGiven", "{}", "DG1012 DG1012 DG1012 DG1012 DG1012");
        yield return Document("NewerVersion", RuleJson.Document(RuleJson.Rule(Good)).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal), "DG1020 $.version");
        yield return Document("NoDate", RuleJson.Document(RuleJson.Rule(Good)).Replace("2026-11-01", "1st of May", StringComparison.Ordinal), "DG1015 $.date");
        yield return Document("NoRules", RuleJson.Document(), "DG1017 $.rules");
        yield return Document("SameIdTwice", RuleJson.Document(RuleJson.Rule(Good), RuleJson.Rule(Good)), "DG1022 $.rules[1]");
        yield return Member("MisspeltMember", "\"weight\"", "\"weigth\"", "DG1010 $.rules[0].weigth DG1012 $.rules[0]");
        yield return Member("MemberTwice", "\"weight\": 2", "\"weight\": 2, \"weight\": 3", "DG1011 $.rules[0].weight");
        yield return Member("WeightIsText", "\"weight\": 2", "\"weight\": \"2\"", "DG1013 $.rules[0].weight");
        yield return Member("WeightTooGreat", "\"weight\": 2", "\"weight\": 7", "DG1014 $.rules[0].weight");
        yield return Member("UnknownStatus", "stable", "stabel", "DG1015 $.rules[0].status");
        yield return Member("UnknownTactic", "grading", "sorcery", "DG1015 $.rules[0].tactic");
        yield return Member("IdWithCapitals", "own-rule", "Own_Rule", "DG1021 $.rules[0].id");
        yield return Member("BlankTitle", "\"title\": \"Own\"", "\"title\": \" \"", "DG1016 $.rules[0].title");
        yield return Member("NoReferences", "[\"https://example.org\"]", "[]", "DG1017 $.rules[0].references");
        yield return Member("NoFalsePositives", "[\"testers\"]", "[]", "DG1017 $.rules[0].falsePositives");
        yield return Member("SameFalsePositiveTwice", "[\"testers\"]", "[\"testers\", \"testers\"]", "DG1024 $.rules[0].falsePositives[1]");
        yield return Condition("EmptyCondition", "{}", "DG1030 $.rules[0].condition");
        yield return Condition("TwoKindsInOneCondition", """{"not": {}, "all": []}""", "DG1030");
        yield return Condition("NestedTooDeep", Deep, "DG1031");
        yield return Condition("UnknownKind", """{"phrase": {}}""", "DG1010 $.rules[0].condition.phrase");
        yield return Condition("PhraseTooShort", RuleJson.Any("abc"), "DG1032 $.rules[0].condition.phrases.any[0]");
        yield return Condition("PhraseTooLong", RuleJson.Any(Long), "DG1033 $.rules[0].condition.phrases.any[0]");
        yield return Condition("SamePhraseTwiceOnceFolded", RuleJson.Any("A good PHRASE", "a good  phrase"), "DG1024");
        yield return Condition("PhrasesAnyAndAll", """{"phrases": {"any": ["a long phrase"], "all": ["a long phrase"]}}""", "DG1030");
        yield return Condition("AtLeastMoreThanThereAre", """{"phrases": {"any": ["a long phrase"], "atLeast": 2}}""", "DG1014");
        yield return Condition("UnknownScope", """{"phrases": {"any": ["a long phrase"], "scope": "robot"}}""", "DG1015");
        yield return Condition("PatternNotARegex", """{"regex": {"pattern": "(", "requires": "a long phrase"}}""", "DG1034");
        yield return Condition("PatternWithBackReference", """{"regex": {"pattern": "(a)\\1", "requires": "a long phrase"}}""", "DG1035");
        yield return Condition("PatternWithoutPhrase", """{"regex": {"pattern": "a+"}}""", "DG1012");
        yield return Condition("UnknownProperty", """{"property": {"name": "colour", "equals": 1}}""", "DG1015");
        yield return Condition("PropertyWithoutTest", """{"property": {"name": "topK"}}""", "DG1030");
        yield return Condition("FlagTestedByRange", """{"property": {"name": "stream", "min": 1}}""", "DG1036");
        yield return Condition("LeastAboveGreatest", """{"property": {"name": "topK", "min": 2, "max": 1}}""", "DG1037");
        yield return Condition("NearWithOneGroup", """{"near": {"groups": [["a long phrase"]], "within": 3}}""", "DG1017 $.rules[0].condition.near.groups");
        yield return Condition("NearWithEmptyGroup", """{"near": {"groups": [["a long phrase"], []], "within": 3}}""", "DG1017 $.rules[0].condition.near.groups[1]");
        yield return Condition("NearGroupIsText", """{"near": {"groups": [["a long phrase"], "another phrase"], "within": 3}}""", "DG1013 $.rules[0].condition.near.groups[1]");
        yield return Condition("NearWithoutDistance", """{"near": {"groups": [["a long phrase"], ["another phrase"]]}}""", "DG1012 $.rules[0].condition.near");
        yield return Condition("NearTooFar", """{"near": {"groups": [["a long phrase"], ["another phrase"]], "within": 65}}""", "DG1014 $.rules[0].condition.near.within");
        yield return Condition("NearInUnknownUnit", """{"near": {"groups": [["a long phrase"], ["another phrase"]], "within": 3, "unit": "lines"}}""", "DG1015 $.rules[0].condition.near.unit");
        yield return Condition("SentenceWithDistance", """{"sequence": {"groups": [["a long phrase"], ["another phrase"]], "within": 3, "unit": "sentence"}}""", "DG1030 $.rules[0].condition.sequence.within");
        yield return Condition("CountOfOne", """{"count": {"any": ["a long phrase"], "min": 1}}""", "DG1014 $.rules[0].condition.count.min");
        yield return Condition("CountWithoutMinimum", """{"count": {"any": ["a long phrase"]}}""", "DG1012 $.rules[0].condition.count");
        yield return Condition("CountOfShortPhrases", """{"count": {"any": ["short"], "min": 3}}""", "DG1040");
        yield return Condition("UnknownLanguage", """{"phrases": {"any": ["a long phrase"], "lang": "xx"}}""", "DG1015 $.rules[0].condition.phrases.lang");
        yield return Condition("UseOfNothing", """{"use": "nothing"}""", "DG1041 $.rules[0].condition.use");
        yield return Condition("UseOfANumber", """{"use": 3}""", "DG1013 $.rules[0].condition.use");
        yield return Member("LevelTooHigh", "\"weight\": 2", "\"weight\": 2, \"level\": 5", "DG1014 $.rules[0].level");
        yield return Condition("OnlyNot", """{"not": {"phrases": {"any": ["a long phrase"]}}}""", "DG1038 $.rules[0].condition");
        yield return Condition("OnlyAProperty", """{"property": {"name": "choiceCount", "min": 4}}""", "DG1040 $.rules[0].condition");
        yield return Condition("OnlyAShortPhrase", RuleJson.Any("short"), "DG1040");
    }

    [TestCaseSource(nameof(Mistakes))]
    public void TryCompile_Mistake_IsReportedWithCodeAndPlace(string json, string expected)
    {
        bool compiled = RuleSet.TryCompile([new RuleSetSource("own.json", json)], out RuleSet? rules, out IReadOnlyList<RuleDiagnostic> found);

        Assert.That(compiled, Is.False);
        Assert.That(rules is null, Is.True);
        string[] parts = expected.Split(' ');
        string[] codes = [.. parts.Where(part => part.StartsWith("DG", StringComparison.Ordinal))];
        Assert.That(found.Select(diagnostic => diagnostic.Code), Is.EqualTo(codes), string.Join('\n', found));
        foreach (string place in parts.Where(part => part[0] != 'D'))
        {
            bool isThere = found.Any(diagnostic => diagnostic!.Path == place || $"{diagnostic.Line},{diagnostic.Column}" == place);
            Assert.That(isThere, Is.True, string.Join('\n', found));
        }
    }

    [Test]
    public void Compile_ManyMistakes_ThrowsOnceWithAll()
    {
        string json = RuleJson.Document(RuleJson.Rule(RuleJson.Any("abc"), "Bad Id", "stabel", "sorcery", 9));

        RuleSetException thrown = Assert.Throws<RuleSetException>(() => RuleSet.Compile(json));

        Assert.That(thrown.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EquivalentTo(new[] { "DG1021", "DG1015", "DG1015", "DG1014", "DG1032" }));
        Assert.That(thrown.Message, Does.Contain("DG1021").And.Contain("DG1032"));
    }

    [Test]
    public void ToString_Mistake_TellsPlaceReasonAndRemedy()
    {
        string json = RuleJson.Document(RuleJson.Rule(Good)).Replace("\"weight\"", "\"weigth\"", StringComparison.Ordinal);

        RuleSet.TryCompile([new RuleSetSource("own.json", json)], out _, out IReadOnlyList<RuleDiagnostic> found);

        Assert.That(found[0].ToString(), Is.EqualTo(
            "own.json(1,154): DG1010: $.rules[0].weigth: There is no member \"weigth\" here. Did you mean \"weight\"?"));
    }

    [Test]
    public void TryCompile_NotUtf8_IsReported()
    {
        byte[] json = Encoding.UTF8.GetBytes(RuleJson.Document(RuleJson.Rule(Good)));
        json[40] = 0xFF;

        RuleSet.TryCompile([new RuleSetSource("own.json", json)], out _, out IReadOnlyList<RuleDiagnostic> found);

        Assert.That(found.Select(diagnostic => (diagnostic.Code, diagnostic.Column)), Is.EqualTo(new[] { ("DG1003", 41) }));
    }

    [Test]
    public void TryCompile_TooLarge_IsReported()
    {
        RuleSet.TryCompile([new RuleSetSource("own.json", new byte[5 * 1024 * 1024])], out _, out IReadOnlyList<RuleDiagnostic> found);

        Assert.That(found.Single().Code, Is.EqualTo("DG1002"));
    }

    [Test]
    public void TryCompile_SameIdInTwoDocuments_NamesTheOther()
    {
        string json = RuleJson.Document(RuleJson.Rule(Good));

        RuleSet.TryCompile([new RuleSetSource("a.json", json), new RuleSetSource("b.json", json)], out _, out IReadOnlyList<RuleDiagnostic> found);

        Assert.That(found.Single().Code, Is.EqualTo("DG1022"));
        Assert.That(found.Single().Source, Is.EqualTo("b.json"));
        Assert.That(found.Single().Problem, Does.Contain("a.json"));
    }

    [Test]
    public void TryCompile_257RulesInTwoDocuments_IsReported()
    {
        RuleSetSource[] sources = [.. Enumerable.Range(0, 2).Select(document => new RuleSetSource($"{document}.json", RuleJson.Document(
            [.. Enumerable.Range(0, 129).Select(rule => RuleJson.Rule(Good, $"rule-{document}-{rule}"))])))];

        RuleSet.TryCompile(sources, out _, out IReadOnlyList<RuleDiagnostic> found);

        Assert.That(found.Single().Code, Is.EqualTo("DG1023"));
    }

    [Test]
    public void TryCompile_PhrasesForTooManyStates_IsReported()
    {
        string[] rules = [.. Enumerable.Range(0, 5).Select(rule => RuleJson.Rule(
            RuleJson.Any([.. Enumerable.Range(0, 150).Select(phrase => $"{rule} {phrase} {Long[..100]}")]), $"rule-{rule}"))];

        RuleSet.TryCompile([new RuleSetSource("own.json", RuleJson.Document(rules))], out _, out IReadOnlyList<RuleDiagnostic> found);

        Assert.That(found.Single().Code, Is.EqualTo("DG1039"));
    }

    [Test]
    public void Codes_All_AreDistinct() => Assert.That(DiagnosticPagesTests.Codes(), Is.Unique);

    private static TestCaseData Document(string name, string json, string expected) => new TestCaseData(json, expected).SetName(name);

    private static TestCaseData Member(string name, string from, string to, string expected) =>
        Document(name, RuleJson.Document(RuleJson.Rule(Good).Replace(from, to, StringComparison.Ordinal)), expected);

    private static TestCaseData Condition(string name, string condition, string expected) =>
        Document(name, RuleJson.Document(RuleJson.Rule(condition)), expected);
}
