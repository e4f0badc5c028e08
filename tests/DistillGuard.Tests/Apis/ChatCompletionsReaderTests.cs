// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

public sealed class ChatCompletionsReaderTests : RequestReaderContract
{
    private const string ShadeSchema = """{"type":"object","properties":{"shade":{"type":"boolean"}}}""";

    protected override ApiKind Api => ApiKind.OpenAIChatCompletions;

    protected override string Fixture => ChatCompletionsFixture.Body;

    protected override string MessagesMember => "messages";

    protected override JsonObject Make(Random random) => ChatCompletionsBodies.Make(random);

    protected override ExpectedRequest Expect(JsonElement body) => ChatCompletionsOracle.Read(body);

    [Test]
    public void Read_Fixture_FindsTextsInOrder()
    {
        IReadOnlyList<ExpectedPart> parts = PartsOf(ReadOk(Fixture));

        Assert.That(parts, Is.EqualTo(new ExpectedPart[]
        {
            new(MessageRole.System, TextKind.Prompt, 0, "You plan gardens."),
            new(MessageRole.System, TextKind.Prompt, 1, "Answer in metres."),
            new(MessageRole.User, TextKind.Prompt, 2, "What grows on this slope?\nIt faces \"north\"."),
            new(MessageRole.Assistant, TextKind.Reasoning, 3, "Look it up."),
            new(MessageRole.Assistant, TextKind.ToolCall, 3, "find_plants"),
            new(MessageRole.Assistant, TextKind.ToolCall, 3, "{\"shade\":true}"),
            new(MessageRole.Assistant, TextKind.ToolCall, 3, "note"),
            new(MessageRole.Assistant, TextKind.ToolCall, 3, "slope"),
            new(MessageRole.Tool, TextKind.ToolResult, 4, "ferns, hostas"),
            new(MessageRole.Assistant, TextKind.ToolCall, 5, "price"),
            new(MessageRole.Assistant, TextKind.ToolCall, 5, "{}"),
            new(MessageRole.Tool, TextKind.ToolResult, 6, "12 euros"),
            new(MessageRole.Assistant, TextKind.Prompt, 7, "I cannot price that."),
            new(MessageRole.User, TextKind.Prompt, 8, "Then only the ferns, \U0001F33F please."),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "find_plants"),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "Finds plants."),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, ShadeSchema),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "note"),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "Takes a note."),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, """{"type":"text"}"""),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, "price"),
            new(MessageRole.Other, TextKind.ToolDefinition, 0, """{"type":"object"}"""),
            new(MessageRole.Other, TextKind.OutputSchema, 0, "plan"),
            new(MessageRole.Other, TextKind.OutputSchema, 0, "A plan."),
            new(MessageRole.Other, TextKind.OutputSchema, 0, """{"type":"object","required":["plants"]}"""),
            new(MessageRole.Assistant, TextKind.Prompt, 0, "Plant ferns."),
        }));
    }

    [Test]
    public void Read_Fixture_ReadsParameters() =>
        Assert.That(ReadOk(Fixture).Sampling, Is.EqualTo(new SamplingParameters
        {
            ChoiceCount = 3,
            MaxOutputTokens = 900,
            Temperature = 0.7f,
            TopP = 0.95f,
            TopK = 40,
            LogProbabilities = true,
            TopLogProbabilities = 5,
            HasSeed = true,
            StopCount = 2,
            Stream = true,
            OutputFormat = OutputFormat.JsonSchema,
            ToolCount = 3,
            AsksForReasoning = true,
            MessageCount = 9,
            MediaCount = 3,
        }));

    [Test]
    public void Read_Fixture_ReadsModel() =>
        Assert.That(Encoding.UTF8.GetString(ReadOk(Fixture).Content.Model), Is.EqualTo("aster-4"));

    [TestCase("""{"messages":[{}],"user":"a"}""", "a")]
    [TestCase("""{"messages":[{}],"user":"a","safety_identifier":"b"}""", "b")]
    [TestCase("""{"messages":[{}],"safety_identifier":"b","user":"a"}""", "b")]
    [TestCase("""{"messages":[{}],"safety_identifier":null,"user":"\u0061"}""", "a")]
    public void Read_EndUserGiven_PrefersSafetyIdentifier(string body, string expected) =>
        Assert.That(Encoding.UTF8.GetString(ReadOk(body).Content.EndUser), Is.EqualTo(expected));

    [Test]
    public void Read_NothingAsked_LeavesDefaults() =>
        Assert.That(
            ReadOk("""{"messages":[{"role":"user","content":"hi"}],"n":null,"temperature":null}""").Sampling,
            Is.EqualTo(new SamplingParameters { MessageCount = 1 }));

    [TestCase("""{"messages":[{"role":"user","role":"system","content":"a"}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"messages":[{"content":"a","content":"b"}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"messages":[{"content":[{"text":"a","text":"b"}]}]}""", NotEvaluatedReason.DuplicateMember)]
    [TestCase("""{"messages":[{"content":{"text":"a"}}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{"content":5}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{"content":[{"text":5}]}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{"content":[null]}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":["hi"]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[null]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{"role":5}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{"tool_calls":{}}]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"model":4}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"n":"many"}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"stream":"yes"}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"stop":[1]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"response_format":"json"}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"tools":[7]}""", NotEvaluatedReason.UnexpectedShape)]
    [TestCase("""{"messages":[{}],"n":99999999999}""", NotEvaluatedReason.NumberOutOfRange)]
    [TestCase("""{"messages":[{}],"n":1.5}""", NotEvaluatedReason.NumberOutOfRange)]
    [TestCase("""{"messages":[{}],"temperature":1e999}""", NotEvaluatedReason.NumberOutOfRange)]
    public void Read_BadBody_GivesReason(string body, NotEvaluatedReason expected) =>
        Assert.That(Refusal(body), Is.EqualTo(expected));

    [TestCase("""{"messages":[{}],"max_tokens":1024.0}""", 1024)]
    [TestCase("""{"messages":[{}],"max_tokens":1e3}""", 1000)]
    [TestCase("""{"messages":[{}],"max_tokens":"77"}""", 77)]
    [TestCase("""{"messages":[{}],"max_tokens":-5}""", -5)]
    public void Read_NumberWrittenOddly_IsRead(string body, int expected) =>
        Assert.That(ReadOk(body).Sampling.MaxOutputTokens, Is.EqualTo(expected));

    [TestCase("none", false)]
    [TestCase("minimal", true)]
    public void Read_ReasoningEffort_AsksForReasoning(string effort, bool expected) =>
        Assert.That(
            ReadOk($$"""{"messages":[{}],"reasoning_effort":"{{effort}}"}""").Sampling.AsksForReasoning,
            Is.EqualTo(expected));

    [TestCase("text", OutputFormat.Text)]
    [TestCase("json_object", OutputFormat.JsonObject)]
    [TestCase("json_schema", OutputFormat.JsonSchema)]
    [TestCase("grammar", OutputFormat.Text)]
    public void Read_ResponseFormat_IsRead(string type, OutputFormat expected) =>
        Assert.That(
            ReadOk($$$"""{"messages":[{}],"response_format":{"type":"{{{type}}}"}}""").Sampling.OutputFormat,
            Is.EqualTo(expected));
}
