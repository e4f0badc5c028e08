// SPDX-License-Identifier: MIT

using System.Net;
using System.Text;
using Anthropic;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using DistillGuard.Samples.Gateway.Model;

namespace DistillGuard.Gateway.Tests.Sdks;

/// <summary>The official Anthropic client, unchanged, through the gateway with the guard and without: all it sees is the same.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class AnthropicTests
{
    private readonly bool _isGuarded;
    private SampleHost _host;

    public AnthropicTests(bool isGuarded) => _isGuarded = isGuarded;

    [OneTimeSetUp]
    public async Task Start() => _host = await SampleHost.StartAsync(_isGuarded);

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Create_Plain_GivesTextAndUsage()
    {
        using HttpClient http = _host.Client(new AnswerPlan { Words = 3, InputTokens = 11, OutputTokens = 7 });

        Message answer = await Client(http).Messages.Create(Ask());

        Assert.That(
            (Text(answer), answer.Usage.InputTokens, answer.Usage.OutputTokens, answer.StopReason?.Raw()),
            Is.EqualTo(("the river turns", 11L, 7L, "end_turn")));
    }

    [Test]
    public async Task CreateStreaming_Plain_GivesTextAndUsage()
    {
        using HttpClient http = _host.Client(new AnswerPlan { Words = 3, InputTokens = 11, OutputTokens = 7 });
        var text = new StringBuilder();
        long tokens = 0;

        await foreach (RawMessageStreamEvent happening in Client(http).Messages.CreateStreaming(Ask()))
        {
            if (happening.TryPickContentBlockDelta(out RawContentBlockDeltaEvent? block) && block.Delta.TryPickText(out TextDelta? delta))
            {
                text.Append(delta.Text);
            }

            tokens = happening.TryPickDelta(out RawMessageDeltaEvent? end) ? end.Usage.OutputTokens : tokens;
        }

        Assert.That((text.ToString(), tokens), Is.EqualTo(("the river turns", 7L)));
    }

    [Test]
    public async Task Create_Thinking_GivesTheSignature()
    {
        using HttpClient http = _host.Client(new AnswerPlan { ReasoningSignatures = ["c2VhbGVk"] });

        Message answer = await Client(http).Messages.Create(Ask());

        Assert.That(answer.Content[0].TryPickThinking(out ThinkingBlock? thinking) ? thinking.Signature : null, Is.EqualTo("c2VhbGVk"));
    }

    [Test]
    public async Task Create_WithTool_GivesItsCall()
    {
        using HttpClient http = _host.Client();
        MessageCreateParams ask = Ask() with
        {
            Tools = [new Tool { Name = "get_weather", InputSchema = new InputSchema() }],
            ToolChoice = new ToolChoiceAny(),
        };

        Message answer = await Client(http).Messages.Create(ask);

        Assert.That(answer.Content[0].TryPickToolUse(out ToolUseBlock? use) ? use.Input["city"].GetString() : null, Is.EqualTo("Utrecht"));
    }

    [Test]
    public async Task Create_Refusal_GivesTheCategory()
    {
        using HttpClient http = _host.Client(new AnswerPlan { Refusal = "reasoning_extraction" });

        Message answer = await Client(http).Messages.Create(Ask());

        Assert.That((answer.StopReason?.Raw(), answer.StopDetails?.Category?.Raw()), Is.EqualTo(("refusal", "reasoning_extraction")));
    }

    [TestCase(429)]
    [TestCase(500)]
    public async Task Create_ModelFails_ThrowsWithItsStatusAndMessage(int status)
    {
        using HttpClient http = _host.Client(new AnswerPlan { Status = status });

        AnthropicApiException? thrown = await Assert.CatchAsync<AnthropicApiException>(() => Client(http).Messages.Create(Ask()));

        Assert.That(thrown, Has.Property("StatusCode").EqualTo((HttpStatusCode)status).And.Message.Contains("made up"));
    }

    private static MessageCreateParams Ask() => new()
    {
        MaxTokens = 256,
        Model = "sample-large",
        Messages = [new UserMessageParam("Where is the river?")],
    };

    private static string Text(Message answer) =>
        string.Concat(answer.Content.Select(block => block.TryPickText(out TextBlock? text) ? text.Text : string.Empty));

    private AnthropicClient Client(HttpClient http) => new()
    {
        ApiKey = _host.Key,
        BaseUrl = _host.Address.ToString().TrimEnd('/'),
        HttpClient = http,
        MaxRetries = 0,
    };
}
