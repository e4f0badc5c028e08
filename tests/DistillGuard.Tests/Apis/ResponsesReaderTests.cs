// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

public sealed class ResponsesReaderTests : RequestReaderContract
{
    protected override ApiKind Api => ApiKind.OpenAIResponses;

    protected override string Fixture => ResponsesFixture.Body;

    protected override string MessagesMember => "input";

    protected override JsonObject Make(Random random) => ResponsesBodies.Make(random);

    protected override ExpectedRequest Expect(JsonElement body) => ResponsesOracle.Read(body);

    [Test]
    public void Read_Fixture_FindsTextsInOrder()
    {
        IReadOnlyList<ExpectedPart> parts = PartsOf(ReadOk(Fixture));

        Assert.That(parts, Is.EqualTo(new ExpectedPart[]
        {
            new(MessageRole.User, TextKind.Prompt, 0, "Which ferries run today?"),
            new(MessageRole.System, TextKind.Prompt, 1, "Be brief."),
            new(MessageRole.Assistant, TextKind.Reasoning, 2, "Need a timetable."),
            new(MessageRole.Assistant, TextKind.Reasoning, 2, "The island lies east."),
            new(MessageRole.Assistant, TextKind.ReasoningBlob, 2, "gAAAAABmQ0+/="),
            new(MessageRole.Assistant, TextKind.ToolCall, 3, "timetable"),
            new(MessageRole.Assistant, TextKind.ToolCall, 3, "{\"day\":\"Monday\"}"),
            new(MessageRole.Tool, TextKind.ToolResult, 4, "08:10, 12:40"),
            new(MessageRole.Assistant, TextKind.ToolCall, 5, "note"),
            new(MessageRole.Assistant, TextKind.ToolCall, 5, "two boats"),
            new(MessageRole.Tool, TextKind.ToolResult, 6, "noted"),
            new(MessageRole.Assistant, TextKind.ToolCall, 8, "print(1)"),
            new(MessageRole.Tool, TextKind.ToolResult, 8, """[{"type":"logs","logs":"1"}]"""),
            new(MessageRole.Assistant, TextKind.Prompt, 10, "Two ferries run."),
            new(MessageRole.Assistant, TextKind.Prompt, 10, "No prices."),
            new(MessageRole.User, TextKind.Prompt, 11, "And tomorrow?"),
            new(MessageRole.System, TextKind.Prompt, 0, "You know every ferry."),
            new(MessageRole.Other, TextKind.OutputSchema, 0, "plan"),
            new(MessageRole.Other, TextKind.OutputSchema, 0, """{"type":"array"}"""),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "timetable"),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "Reads it."),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, """{"type":"object"}"""),
            new(MessageRole.User, TextKind.Prompt, 0, "Westport"),
            new(MessageRole.User, TextKind.Prompt, 0, "windy"),
        }));
    }

    [Test]
    public void Read_Fixture_ReadsParameters() =>
        Assert.That(ReadOk(Fixture).Sampling, Is.EqualTo(new SamplingParameters
        {
            MaxOutputTokens = 2000,
            Temperature = 0.2f,
            TopP = 0.5f,
            LogProbabilities = true,
            TopLogProbabilities = 4,
            OutputFormat = OutputFormat.JsonSchema,
            ToolCount = 2,
            AsksForReasoning = true,
            ShowsReasoning = true,
            MessageCount = 12,
            MediaCount = 4,
        }));

    [Test]
    public void Read_Fixture_ReadsIds()
    {
        RequestContent content = ReadOk(Fixture).Content;

        string[] ids =
        [
            Encoding.UTF8.GetString(content.Model),
            Encoding.UTF8.GetString(content.EndUser),
            Encoding.UTF8.GetString(content.PreviousResponse),
        ];
        Assert.That(ids, Is.EqualTo(new[] { "aster-4-mini", "u_5", "resp_0" }));
    }

    [Test]
    public void Read_InputAString_IsOneMessageOfTheUser() =>
        Assert.That(
            PartsOf(ReadOk("""{"input":"Hi"}""")),
            Is.EqualTo(new[] { new ExpectedPart(MessageRole.User, TextKind.Prompt, 0, "Hi") }));

    [TestCase("""{"input":"a","reasoning":{"summary":"auto"}}""", true)]
    [TestCase("""{"input":"a","include":["reasoning.encrypted_content"]}""", true)]
    [TestCase("""{"input":"a","reasoning":{"effort":"high","summary":null}}""", false)]
    [TestCase("""{"input":"a","include":["file_search_call.results"]}""", false)]
    public void Read_ReasoningRequested_ShowsReasoning(string body, bool expected) =>
        Assert.That(ReadOk(body).Sampling.ShowsReasoning, Is.EqualTo(expected));

    [Test]
    public void Read_OnlyAStoredPrompt_SaysNoContent() =>
        Assert.That(Refusal("""{"prompt":{"id":"pmpt_1"}}"""), Is.EqualTo(NotEvaluatedReason.NoContent));

    [TestCase("""{"input":[{"role":"user","role":"user"}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"input":[{"content":"a","content":"b"}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"input":["a"]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"input":{"role":"user"}}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"input":"a","instructions":["b"]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"input":"a","reasoning":"high"}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"input":"a","include":"x"}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"input":"a","text":"x"}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"input":"a","previous_response_id":1}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"input":"a","prompt":{"variables":{"x":5}}}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"input":[{"type":"reasoning","encrypted_content":{}}]}""", NotEvaluatedReason.UnexpectedShape)]
    public void Read_BadBody_GivesReason(string body, NotEvaluatedReason expected) =>
        Assert.That(Refusal(body), Is.EqualTo(expected));
}
