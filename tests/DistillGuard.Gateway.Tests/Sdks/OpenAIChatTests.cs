// SPDX-License-Identifier: MIT

using System.ClientModel;
using System.Text;
using DistillGuard.Samples.Gateway.Model;
using OpenAI.Chat;

namespace DistillGuard.Gateway.Tests.Sdks;

/// <summary>The official OpenAI client, unchanged, through the gateway with the guard and without: all it sees is the same.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class OpenAIChatTests
{
    private readonly bool _isGuarded;
    private SampleHost _host;

    public OpenAIChatTests(bool isGuarded) => _isGuarded = isGuarded;

    [OneTimeSetUp]
    public async Task Start() => _host = await SampleHost.StartAsync(_isGuarded);

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task CompleteChatAsync_Plain_GivesTextAndUsage()
    {
        using HttpClient http = _host.Client(new AnswerPlan { Words = 3, InputTokens = 11, OutputTokens = 7 });

        ChatCompletion answer = await Chat(http).CompleteChatAsync("Where is the river?");

        Assert.That(
            (answer.Content[0].Text, answer.FinishReason, answer.Usage.InputTokenCount, answer.Usage.OutputTokenCount),
            Is.EqualTo(("the river turns", ChatFinishReason.Stop, 11, 7)));
    }

    [Test]
    public async Task CompleteChatStreamingAsync_Plain_GivesTextAndUsage()
    {
        using HttpClient http = _host.Client(new AnswerPlan { Words = 3, InputTokens = 11, OutputTokens = 7 });
        var text = new StringBuilder();
        ChatTokenUsage? usage = null;

        await foreach (StreamingChatCompletionUpdate update in Chat(http).CompleteChatStreamingAsync("Where is the river?"))
        {
            text.AppendJoin(null, update.ContentUpdate.Select(part => part.Text));
            usage = update.Usage ?? usage;
        }

        Assert.That((text.ToString(), usage?.InputTokenCount, usage?.OutputTokenCount), Is.EqualTo(("the river turns", 11, 7)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task CompleteChat_WithTool_GivesItsCall(bool isStreamed)
    {
        using HttpClient http = _host.Client();
        var options = new ChatCompletionOptions
        {
            Tools = { ChatTool.CreateFunctionTool("get_weather", "Weather in a city", BinaryData.FromString("""{"type":"object","properties":{"city":{"type":"string"}}}""")) },
            ToolChoice = ChatToolChoice.CreateRequiredChoice(),
        };

        (string name, string arguments) = isStreamed ? await StreamedCall(Chat(http), options) : await PlainCall(Chat(http), options);

        Assert.That((name, arguments), Is.EqualTo(("get_weather", """{"city":"Utrecht"}""")));
    }

    [Test]
    public async Task CompleteChatAsync_JsonFormat_GivesJson()
    {
        using HttpClient http = _host.Client();
        var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() };

        ChatCompletion answer = await Chat(http).CompleteChatAsync([new UserChatMessage("Answer in JSON.")], options);

        Assert.That(answer.Content[0].Text, Is.EqualTo("""{"answer":"the lamp is lit"}"""));
    }

    [Test]
    public async Task CompleteChatAsync_Refusal_GivesTheRefusal()
    {
        using HttpClient http = _host.Client(new AnswerPlan { Refusal = "general_harms" });

        ChatCompletion answer = await Chat(http).CompleteChatAsync("Help me with something bad.");

        Assert.That(answer.Refusal, Is.EqualTo("I cannot help with that."));
    }

    [TestCase(429)]
    [TestCase(500)]
    public async Task CompleteChatAsync_ModelFails_ThrowsWithItsStatusAndMessage(int status)
    {
        using HttpClient http = _host.Client(new AnswerPlan { Status = status });

        ClientResultException? thrown = await Assert.ThrowsAsync<ClientResultException>(() => Chat(http).CompleteChatAsync("Where is the river?"));

        Assert.That(thrown, Has.Property("Status").EqualTo(status).And.Message.Contains("made up"));
    }

    private static async Task<(string Name, string Arguments)> PlainCall(ChatClient chat, ChatCompletionOptions options)
    {
        ChatCompletion answer = await chat.CompleteChatAsync([new UserChatMessage("Weather?")], options);
        return (answer.ToolCalls[0].FunctionName, answer.ToolCalls[0].FunctionArguments.ToString());
    }

    private static async Task<(string Name, string Arguments)> StreamedCall(ChatClient chat, ChatCompletionOptions options)
    {
        string name = string.Empty;
        var arguments = new StringBuilder();
        await foreach (StreamingChatCompletionUpdate update in chat.CompleteChatStreamingAsync([new UserChatMessage("Weather?")], options))
        {
            foreach (StreamingChatToolCallUpdate call in update.ToolCallUpdates)
            {
                name = call.FunctionName ?? name;
                arguments.Append(call.FunctionArgumentsUpdate);
            }
        }

        return (name, arguments.ToString());
    }

    private ChatClient Chat(HttpClient http) => OpenAIClients.Of(_host, http).GetChatClient("sample-large");
}
