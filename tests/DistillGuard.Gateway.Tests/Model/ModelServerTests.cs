// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using DistillGuard.Requests;
using DistillGuard.Samples.Gateway.Model;
using DistillGuard.Samples.Gateway.Traffic;

namespace DistillGuard.Gateway.Tests.Model;

/// <summary>The made-up model speaks the four APIs as the real ones are written down.</summary>
public sealed class ModelServerTests
{
    private ModelServer _model;

    [OneTimeSetUp]
    public async Task Start() => _model = await ModelServer.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _model.DisposeAsync();

    [Test]
    public async Task ChatCompletions_StreamedWithUsage_EndsWithUsageThenDone()
    {
        List<SseItem<string>> events = await Stream(ApiKind.OpenAIChatCompletions, new AnswerPlan { Words = 2 });

        Assert.That(events[^2].Data + events[^1].Data, Does.Contain("\"completion_tokens\":2").And.EndWith("[DONE]"));
    }

    [Test]
    public async Task Responses_Streamed_SendsTheSequenceOfEvents()
    {
        List<SseItem<string>> events = await Stream(ApiKind.OpenAIResponses, new AnswerPlan { Words = 1, ReasoningSignatures = ["x"] });

        Assert.That(events.Select(item => item.EventType), Is.EqualTo((string[])
        [
            "response.created", "response.in_progress", "response.output_item.added", "response.output_item.done", "response.output_item.added",
            "response.content_part.added", "response.output_text.delta", "response.output_text.done", "response.content_part.done",
            "response.output_item.done", "response.completed",
        ]));
    }

    [Test]
    public async Task Messages_Streamed_SendsTheSequenceOfEvents()
    {
        List<SseItem<string>> events = await Stream(ApiKind.AnthropicMessages, new AnswerPlan { Words = 1, ReasoningSignatures = ["x"] });

        Assert.That(events.Select(item => item.EventType), Is.EqualTo((string[])
        [
            "message_start", "ping", "content_block_start", "content_block_delta", "content_block_delta", "content_block_stop",
            "content_block_start", "content_block_delta", "content_block_stop", "message_delta", "message_stop",
        ]));
    }

    [Test]
    public async Task GenerateContent_StreamedAsEvents_EndsWithFinishReason()
    {
        List<SseItem<string>> events = await Stream(ApiKind.GoogleGenerateContent, new AnswerPlan { Words = 2, FinishReason = "MAX_TOKENS" });

        Assert.That(events.Select(item => item.Data.Contains("MAX_TOKENS", StringComparison.Ordinal)), Is.EqualTo((bool[])[false, true]));
    }

    [Test]
    public async Task GenerateContent_StreamedWithoutAlt_IsAJsonArray()
    {
        using HttpClient client = Client(new AnswerPlan { Words = 3 });
        using HttpResponseMessage response = await client.PostAsync(
            new Uri("v1beta/models/sample:streamGenerateContent", UriKind.Relative), Body(ApiKind.GoogleGenerateContent, stream: false));

        using JsonDocument array = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.That(array.RootElement.GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    public async Task Answer_GzipPlannedAndAccepted_IsCompressed()
    {
        using HttpClient client = Client(new AnswerPlan { Words = 3, Gzip = true });
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        using HttpResponseMessage response = await client.PostAsync(
            new Uri("v1/chat/completions", UriKind.Relative), Body(ApiKind.OpenAIChatCompletions, stream: false));

        await using var plain = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(plain);

        Assert.That(await reader.ReadToEndAsync(), Does.Contain("the river turns"));
    }

    [Test]
    public async Task Answer_BodyIsNoJson_IsAnErrorOfTheApi()
    {
        using HttpClient client = Client(new AnswerPlan());
        using var body = new StringContent("not JSON");
        using HttpResponseMessage response = await client.PostAsync(new Uri("v1/messages", UriKind.Relative), body);

        Assert.That(
            (int)response.StatusCode + await response.Content.ReadAsStringAsync(),
            Does.StartWith("400{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\""));
    }

    private HttpClient Client(AnswerPlan plan) => new() { BaseAddress = _model.Address, DefaultRequestHeaders = { { AnswerPlan.Header, plan.ToString() } } };

    private async Task<List<SseItem<string>>> Stream(ApiKind api, AnswerPlan plan)
    {
        using HttpClient client = Client(plan);
        using HttpResponseMessage response = await client.PostAsync(new Uri(RequestBodies.PathOf(api, stream: true), UriKind.Relative), Body(api, stream: true));
        var events = new List<SseItem<string>>();
        await foreach (SseItem<string> item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            events.Add(item);
        }

        return events;
    }

    private static StringContent Body(ApiKind api, bool stream) =>
        new(RequestBodies.Write(api, string.Empty, "Where is the river?", stream), Encoding.UTF8, "application/json");
}
