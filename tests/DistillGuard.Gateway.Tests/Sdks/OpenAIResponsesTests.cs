// SPDX-License-Identifier: MIT

using System.ClientModel;
using System.Text;
using DistillGuard.Samples.Gateway.Model;
using OpenAI.Responses;

namespace DistillGuard.Gateway.Tests.Sdks;

/// <summary>The official OpenAI client's Responses API, unchanged, through the gateway with the guard and without.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class OpenAIResponsesTests
{
    private readonly bool _isGuarded;
    private SampleHost _host;

    public OpenAIResponsesTests(bool isGuarded) => _isGuarded = isGuarded;

    [OneTimeSetUp]
    public async Task Start() => _host = await SampleHost.StartAsync(_isGuarded);

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task CreateResponseAsync_Plain_GivesTextAndUsage()
    {
        using HttpClient http = _host.Client(new AnswerPlan { Words = 3, InputTokens = 11, OutputTokens = 7 });

        ResponseResult answer = await Responses(http).CreateResponseAsync("sample-large", "Where is the river?");

        Assert.That(
            (answer.GetOutputText(), answer.Status, answer.Usage.InputTokenCount, answer.Usage.OutputTokenCount),
            Is.EqualTo(("the river turns", (ResponseStatus?)ResponseStatus.Completed, 11, 7)));
    }

    [Test]
    public async Task CreateResponseStreamingAsync_Plain_GivesTextAndUsage()
    {
        using HttpClient http = _host.Client(new AnswerPlan { Words = 3, InputTokens = 11, OutputTokens = 7 });
        var text = new StringBuilder();
        ResponseResult? last = null;

        await foreach (StreamingResponseUpdate update in await Responses(http).CreateResponseStreamingAsync("sample-large", "Where is the river?"))
        {
            text.Append((update as StreamingResponseOutputTextDeltaUpdate)?.Delta);
            last = (update as StreamingResponseCompletedUpdate)?.Response ?? last;
        }

        Assert.That((text.ToString(), last?.Usage.OutputTokenCount), Is.EqualTo(("the river turns", 7)));
    }

    [Test]
    public async Task CreateResponseAsync_Reasoning_GivesTheSealedBlob()
    {
        using HttpClient http = _host.Client(new AnswerPlan { ReasoningSignatures = ["c2VhbGVk"] });

        ResponseResult answer = await Responses(http).CreateResponseAsync("sample-large", "Where is the river?");

        Assert.That(answer.OutputItems.OfType<ReasoningResponseItem>().Single().EncryptedContent, Is.EqualTo("c2VhbGVk"));
    }

    [Test]
    public async Task CreateResponseAsync_ModelFails_ThrowsWithItsStatusAndMessage()
    {
        using HttpClient http = _host.Client(new AnswerPlan { Status = 429 });

        ClientResultException? thrown = await Assert.ThrowsAsync<ClientResultException>(() => Responses(http).CreateResponseAsync("sample-large", "Where is the river?"));

        Assert.That(thrown, Has.Property("Status").EqualTo(429).And.Message.Contains("made up"));
    }

    private ResponsesClient Responses(HttpClient http) => OpenAIClients.Of(_host, http).GetResponsesClient();
}
