// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

public sealed class MessagesReaderTests : RequestReaderContract
{
    protected override ApiKind Api => ApiKind.AnthropicMessages;

    protected override string Fixture => MessagesFixture.Body;

    protected override string MessagesMember => "messages";

    protected override JsonObject Make(Random random) => MessagesBodies.Make(random);

    protected override ExpectedRequest Expect(JsonElement body) => MessagesOracle.Read(body);

    [Test]
    public void Read_Fixture_FindsTextsInOrder()
    {
        IReadOnlyList<ExpectedPart> parts = PartsOf(ReadOk(Fixture));

        Assert.That(parts, Is.EqualTo(new ExpectedPart[]
        {
            new(MessageRole.System, TextKind.Prompt, 0, "You repair bicycles."),
            new(MessageRole.User, TextKind.Prompt, 0, "My chain slips."),
            new(MessageRole.Assistant, TextKind.Reasoning, 1, "Worn cassette?"),
            new(MessageRole.Assistant, TextKind.ReasoningBlob, 1, "EqQBCgIYAhIM+/8="),
            new(MessageRole.Assistant, TextKind.ReasoningBlob, 1, "EmwKAhgBEgy3=="),
            new(MessageRole.Assistant, TextKind.Prompt, 1, "Let me look."),
            new(MessageRole.Assistant, TextKind.ToolCall, 1, "parts"),
            new(MessageRole.Assistant, TextKind.ToolCall, 1, """{"kind":"cassette","n":2}"""),
            new(MessageRole.Tool, TextKind.ToolResult, 2, "11-34, worn"),
            new(MessageRole.Tool, TextKind.ToolResult, 2, "none in stock"),
            new(MessageRole.User, TextKind.Prompt, 2, "Manual"),
            new(MessageRole.User, TextKind.Prompt, 2, "A book"),
            new(MessageRole.User, TextKind.Prompt, 2, "Oil the chain."),
            new(MessageRole.User, TextKind.Prompt, 2, "Chains"),
            new(MessageRole.User, TextKind.Prompt, 2, "Chains wear."),
            new(MessageRole.User, TextKind.Prompt, 2, "What now?"),
            new(MessageRole.Assistant, TextKind.Prompt, 3, "Replace it:"),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "parts"),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "Looks for parts."),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, """{"type":"object"}"""),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "web_search"),
            new(MessageRole.Other, TextKind.OutputSchema, 0, """{"type":"object"}"""),
        }));
    }

    [Test]
    public void Read_Fixture_ReadsParameters() =>
        Assert.That(ReadOk(Fixture).Sampling, Is.EqualTo(new SamplingParameters
        {
            MaxOutputTokens = 4096,
            Temperature = 1,
            TopP = 0.9f,
            TopK = 50,
            StopCount = 1,
            Stream = true,
            OutputFormat = OutputFormat.JsonSchema,
            ToolCount = 2,
            AsksForReasoning = true,
            ShowsReasoning = true,
            MessageCount = 4,
            MediaCount = 2,
        }));

    [Test]
    public void Read_Fixture_ReadsModel() =>
        Assert.That(Encoding.UTF8.GetString(ReadOk(Fixture).Content.Model), Is.EqualTo("lyra-2"));

    [Test]
    public void Read_Fixture_ReadsEndUser() =>
        Assert.That(Encoding.UTF8.GetString(ReadOk(Fixture).Content.EndUser), Is.EqualTo("user_93"));

    [Test]
    public void Read_SystemAString_IsSystem() =>
        Assert.That(
            PartsOf(ReadOk("""{"messages":[{"role":"user","content":""}],"system":"Be kind."}""")),
            Is.EqualTo(new[] { new ExpectedPart(MessageRole.System, TextKind.Prompt, 0, "Be kind.") }));

    [TestCase("""{"type":"enabled","budget_tokens":1024}""", true, true)]
    [TestCase("""{"type":"adaptive"}""", true, true)]
    [TestCase("""{"display":"omitted","type":"enabled"}""", true, false)]
    [TestCase("""{"type":"disabled"}""", false, false)]
    public void Read_Thinking_IsRead(string thinking, bool asks, bool shows)
    {
        string body = $$$"""{"messages":[{}],"thinking":{{{thinking}}},"output_config":{"effort":"high"}}""";

        SamplingParameters sampling = ReadOk(body).Sampling;

        Assert.That((sampling.AsksForReasoning, sampling.ShowsReasoning), Is.EqualTo((asks, shows)));
    }

    [Test]
    public void Read_CodeExecutionResult_IsToolResult() =>
        Assert.That(
            PartsOf(ReadOk("""
                {"messages":[{"role":"assistant","content":[{"type":"code_execution_tool_result",
                "content":{"type":"code_execution_result","stdout":"42","stderr":"","return_code":0}}]}]}
                """)),
            Is.EqualTo(new[] { new ExpectedPart(MessageRole.Tool, TextKind.ToolResult, 0, "42") }));

    [TestCase(250, NotEvaluatedReason.None)]
    [TestCase(260, NotEvaluatedReason.TooDeep)]
    [TestCase(5_000, NotEvaluatedReason.TooDeep)]
    public void Read_BlocksInBlocksOnASmallStack_StopsAtTheDepthLimit(int blocks, NotEvaluatedReason expected)
    {
        string content = string.Concat(Enumerable.Repeat("[{\"type\":\"tool_result\",\"content\":", blocks))
            + "\"core\"" + string.Concat(Enumerable.Repeat("}]", blocks));
        string body = $"{{\"messages\":[{{\"role\":\"user\",\"content\":{content}}}]}}";
        NotEvaluatedReason reason = default;
        var thread = new Thread(
            () => reason = Refusal(body, new RequestReaderLimits { MaxDepth = 512 }), maxStackSize: 256 * 1024);

        thread.Start();
        thread.Join();

        Assert.That(reason, Is.EqualTo(expected));
    }

    [TestCase("""{"messages":[{"role":"user","role":"user"}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"messages":[{"content":"a","content":"b"}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"messages":[],"system":"a","system":"b"}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"messages":[{"content":[{"type":"text","type":"x"}]}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"messages":[{"content":["a"]}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":{}}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"system":7}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"metadata":"x"}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"thinking":true}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"output_config":1}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{"content":[{"signature":1}]}]}""", NotEvaluatedReason.UnexpectedShape)]
    public void Read_BadBody_GivesReason(string body, NotEvaluatedReason expected) =>
        Assert.That(Refusal(body), Is.EqualTo(expected));
}
