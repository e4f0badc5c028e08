// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Rules.Workshop;

public sealed class RuleCaseFileTests
{
    [Test]
    public void Read_Cases_KeepRolesAndProperties()
    {
        RuleCaseFile file = Read("""{"matches": [{"system": "s", "user": "u", "assistant": "a", "properties": {"choiceCount": 8, "outputFormat": "jsonSchema", "stream": true}}], "misses": ["x"]}""");
        var buffer = new RequestBuffer();

        file.Matches[0].WriteTo(buffer);

        Assert.That(buffer.Content.Parts.ToArray().Select(part => part.Role), Is.EqualTo(new[] { MessageRole.System, MessageRole.User, MessageRole.Assistant }));
        Assert.That((buffer.Sampling.ChoiceCount, buffer.Sampling.OutputFormat, buffer.Sampling.Stream), Is.EqualTo((8, OutputFormat.JsonSchema, true)));
        Assert.That((file.Misses[0].MustMatch, file.Misses[0].Number), Is.EqualTo((false, 1)));
    }

    [TestCase("""{"matches": []}""", ExpectedResult = "DG1012")]
    [TestCase("""{"matches": [], "misses": [{"robot": "x"}]}""", ExpectedResult = "DG1010")]
    [TestCase("""{"matches": [3], "misses": []}""", ExpectedResult = "DG1013")]
    [TestCase("""{"matches": [{"user": "x", "properties": {"colour": 1}}], "misses": []}""", ExpectedResult = "DG1010")]
    [TestCase("""{"matches": [{"user": "x", "properties": {"topK": "many"}}], "misses": []}""", ExpectedResult = "DG1013")]
    public string Read_Mistake_IsReported(string json) =>
        string.Join(' ', Assert.Throws<RuleSetException>(() => Read(json))!.Diagnostics.Select(diagnostic => diagnostic.Code));

    private static RuleCaseFile Read(string json) => RuleCaseFile.Read("own-rule", new RuleSetSource("own-rule.cases.json", json));
}
