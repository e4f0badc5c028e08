// SPDX-License-Identifier: MIT

using System.ClientModel;
using Anthropic;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using DistillGuard.AspNetCore.Exchanges;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.Gateway.Tests.Sdks;

/// <summary>When the guard refuses, the official clients throw what they throw for any error, with the guard's own words in it.</summary>
public sealed class RefusalTests
{
    private SampleHost _host;

    [OneTimeSetUp]
    public async Task Start() => _host = await SampleHost.StartAsync(configure: builder => builder.Services
        .AddDistillGuard(guard => guard.Add("accusing", _ => new AccusingDetector()))
        .AddGateway(gateway => gateway.Configure(options =>
        {
            options.Default.Elevated = GuardAction.Refuse;
            options.Default.High = GuardAction.Refuse;
            options.Default.Appeal = new Uri("https://operator.example/appeal");
        })));

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task OpenAIChat_Refused_ThrowsWithTheAppeal()
    {
        using HttpClient http = _host.Client();

        ClientResultException? thrown = await Assert.ThrowsAsync<ClientResultException>(
            () => OpenAIClients.Of(_host, http).GetChatClient("sample-large").CompleteChatAsync("Where is the river?"));

        Assert.That(thrown, Has.Property("Status").EqualTo(403).And.Message.Contains("https://operator.example/appeal"));
    }

    [Test]
    public async Task OpenAIResponses_Refused_ThrowsWithTheAppeal()
    {
        using HttpClient http = _host.Client();

        ClientResultException? thrown = await Assert.ThrowsAsync<ClientResultException>(
            () => OpenAIClients.Of(_host, http).GetResponsesClient().CreateResponseAsync("sample-large", "Where is the river?"));

        Assert.That(thrown, Has.Property("Status").EqualTo(403).And.Message.Contains("https://operator.example/appeal"));
    }

    [Test]
    public async Task Anthropic_Refused_ThrowsWithTheAppeal()
    {
        using HttpClient http = _host.Client();
        var client = new AnthropicClient { ApiKey = _host.Key, BaseUrl = _host.Address.ToString().TrimEnd('/'), HttpClient = http, MaxRetries = 0 };
        var ask = new MessageCreateParams { MaxTokens = 256, Model = "sample-large", Messages = [new UserMessageParam("Where is the river?")] };

        AnthropicForbiddenException? thrown = await Assert.ThrowsAsync<AnthropicForbiddenException>(() => client.Messages.Create(ask));

        Assert.That(thrown, Has.Message.Contains("https://operator.example/appeal"));
    }
}
