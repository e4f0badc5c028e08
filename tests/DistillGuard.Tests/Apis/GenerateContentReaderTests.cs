// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

public sealed class GenerateContentReaderTests : RequestReaderContract
{
    protected override ApiKind Api => ApiKind.GoogleGenerateContent;

    protected override string Fixture => GenerateContentFixture.Body;

    protected override string MessagesMember => "contents";

    protected override JsonObject Make(Random random) => GenerateContentBodies.Make(random);

    protected override ExpectedRequest Expect(JsonElement body) => GenerateContentOracle.Read(body);

    [Test]
    public void Read_Fixture_FindsTextsInOrder()
    {
        IReadOnlyList<ExpectedPart> parts = PartsOf(ReadOk(Fixture));

        Assert.That(parts, Is.EqualTo(new ExpectedPart[]
        {
            new(MessageRole.System, TextKind.Prompt, 0, "You bake bread."),
            new(MessageRole.User, TextKind.Prompt, 0, "Why is my crust pale?"),
            new(MessageRole.Assistant, TextKind.Reasoning, 1, "The oven may be cool."),
            new(MessageRole.Assistant, TextKind.ToolCall, 1, "oven"),
            new(MessageRole.Assistant, TextKind.ToolCall, 1, """{"door":"shut"}"""),
            new(MessageRole.Assistant, TextKind.ReasoningBlob, 1, "CpcBAdHtim8+/w=="),
            new(MessageRole.Assistant, TextKind.ToolCall, 1, "print(230)"),
            new(MessageRole.Tool, TextKind.ToolResult, 1, "230"),
            new(MessageRole.Tool, TextKind.ToolResult, 2, """{"celsius":180}"""),
            new(MessageRole.User, TextKind.Prompt, 3, "So hotter?"),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "oven"),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "Reads the oven."),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, """{"type":"OBJECT"}"""),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "clock"),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, """{"type":"object"}"""),
            new(MessageRole.Other, TextKind.OutputSchema, 0, """{"type":"OBJECT"}"""),
        }));
    }

    [Test]
    public void Read_Fixture_ReadsParameters() =>
        Assert.That(ReadOk(Fixture).Sampling, Is.EqualTo(new SamplingParameters
        {
            ChoiceCount = 2,
            MaxOutputTokens = 512,
            Temperature = 0.4f,
            TopP = 0.8f,
            TopK = 20,
            LogProbabilities = true,
            TopLogProbabilities = 6,
            HasSeed = true,
            StopCount = 3,
            Stream = true,
            OutputFormat = OutputFormat.JsonSchema,
            ToolCount = 3,
            AsksForReasoning = true,
            ShowsReasoning = true,
            MessageCount = 4,
            MediaCount = 2,
        }));

    [Test]
    public void Read_Fixture_ReadsModel() =>
        Assert.That(Encoding.UTF8.GetString(ReadOk(Fixture).Content.Model), Is.EqualTo("models/orion-3"));

    [Test]
    public void Read_SnakeCaseNames_AreRead()
    {
        const string Body = """
            {"contents":{"role":"USER","parts":{"text":"a"}},"system_instruction":{"parts":{"text":"b"}},
            "generation_config":{"top_p":0.5,"top_k":3,"candidate_count":4,"max_output_tokens":"9","stop_sequences":[],
            "response_mime_type":"application/json","thinking_config":{"include_thoughts":true,"thinking_budget":0}}}
            """;

        Assert.That(ReadOk(Body).Sampling, Is.EqualTo(new SamplingParameters
        {
            TopP = 0.5f,
            TopK = 3,
            ChoiceCount = 4,
            MaxOutputTokens = 9,
            OutputFormat = OutputFormat.JsonObject,
            ShowsReasoning = true,
            MessageCount = 1,
        }));
    }

    [Test]
    public void Read_OneObjectForAnArray_IsRead() =>
        Assert.That(
            PartsOf(ReadOk("""{"contents":{"role":"USER","parts":{"text":"a"}},"systemInstruction":"b"}""")),
            Is.EqualTo(new ExpectedPart[]
            {
                new(MessageRole.User, TextKind.Prompt, 0, "a"),
                new(MessageRole.System, TextKind.Prompt, 0, "b"),
            }));

    [Test]
    public void Read_PicturesOfAFunction_AreMedia() =>
        Assert.That(
            ReadOk("""
                {"contents":[{"parts":[{"functionResponse":{"name":"f","response":{},
                "parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}}]}]}
                """).Sampling.MediaCount,
            Is.EqualTo(1));

    [TestCase("""{"contents":[{"role":"user","role":"model"}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"contents":[{"parts":[],"parts":[]}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"systemInstruction":"a","system_instruction":"b"}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"contents":["a"]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"contents":"a"}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"contents":[{"parts":["a"]}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"contents":[{"parts":[{"text":{}}]}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"contents":[{"parts":[{"thought":"yes"}]}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"contents":[{}],"systemInstruction":5}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"contents":[{}],"generationConfig":[]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"contents":[{}],"generationConfig":{"thinkingConfig":1}}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"contents":[{}],"tools":5}""", NotEvaluatedReason.UnexpectedShape)]
    public void Read_BadBody_GivesReason(string body, NotEvaluatedReason expected) =>
        Assert.That(Refusal(body), Is.EqualTo(expected));
}
