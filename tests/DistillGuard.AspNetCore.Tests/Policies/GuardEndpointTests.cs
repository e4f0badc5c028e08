// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using DistillGuard.Requests;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Policies;

[CancelAfter(30_000)]
public sealed class GuardEndpointTests
{
    [Test]
    public async Task Send_EndpointNamesAPolicy_ThatOneHolds()
    {
        await using GatewayHost host = await StartAsync(app => app.MapPost(Samples.ChatPath, Upstreams.Ok).WithDistillGuard("Strict"));

        await SendAsync(host, Samples.ChatPath);
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((exchange.Policy, exchange.Action), Is.EqualTo(("strict", GuardAction.Refuse)));
    }

    [Test]
    public async Task Send_EndpointOptsOut_IsPassedBy()
    {
        await using GatewayHost host = await StartAsync(app => app.MapPost(Samples.ChatPath, Upstreams.Ok).WithoutDistillGuard());

        await SendAsync(host, Samples.ChatPath);

        Assert.That((host.Counters.PassedBy, host.Counters.Exchanges), Is.EqualTo((1L, 0L)));
    }

    [Test]
    public async Task Send_EndpointNamesAnUnknownPolicy_TheDefaultOneHoldsAndItIsCounted()
    {
        await using GatewayHost host = await StartAsync(app => app.MapPost(Samples.ChatPath, Upstreams.Ok).WithDistillGuard("misspelt"));

        await SendAsync(host, Samples.ChatPath);

        Assert.That(((await host.Observer.NextAsync()).Policy, host.Counters.UnknownPolicies), Is.EqualTo((string.Empty, 1L)));
    }

    [Test]
    public async Task Send_GuardedEndpointOfNoKnownPath_IsNotEvaluatedNotPassedBy()
    {
        await using GatewayHost host = await StartAsync(app => app.MapPost("/ask", Upstreams.Ok).WithDistillGuard());

        await SendAsync(host, "/ask");

        Assert.That((await host.Observer.NextAsync()).Verdict.NotEvaluated, Is.EqualTo(NotEvaluatedReason.UnknownApi));
    }

    [Test]
    public async Task Send_EndpointSaysItsApi_IsReadAsThat()
    {
        await using GatewayHost host = await StartAsync(app => app.MapPost("/ask", Upstreams.Ok).WithDistillGuard(api: ApiKind.OpenAIChatCompletions));

        await SendAsync(host, "/ask");
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((exchange.Verdict.IsEvaluated, exchange.Answer.OutputTokens), Is.EqualTo((true, 7L)));
    }

    [Test]
    public async Task Send_HookNamesThePolicyFromForeignMetadata_ThatOneHolds()
    {
        await using GatewayHost host = await StartAsync(
            app => app.MapPost(Samples.ChatPath, Upstreams.Ok).WithMetadata(new Dictionary<string, string>(StringComparer.Ordinal) { ["DistillGuard.Policy"] = "strict" }),
            options => options.PolicyOf = context =>
                context.GetEndpoint()?.Metadata.GetMetadata<Dictionary<string, string>>()?.GetValueOrDefault("DistillGuard.Policy"));

        await SendAsync(host, Samples.ChatPath);

        Assert.That((await host.Observer.NextAsync()).Policy, Is.EqualTo("strict"));
    }

    [Test]
    public async Task Send_HookNamesTheApi_IsReadAsThat()
    {
        await using GatewayHost host = await StartAsync(
            app => app.MapPost("/openai/deployments/d/chat/completions", Upstreams.Ok),
            options => options.ApiOf = context =>
                context.Request.Path.Value!.EndsWith("/chat/completions", StringComparison.Ordinal) ? ApiKind.OpenAIChatCompletions : null);

        await SendAsync(host, "/openai/deployments/d/chat/completions");

        Assert.That((await host.Observer.NextAsync()).Verdict.IsEvaluated);
    }

    [Test]
    public async Task Send_HookThrows_IsCountedAndTheClientIsAnswered()
    {
        await using GatewayHost host = await StartAsync(
            app => app.MapPost(Samples.ChatPath, Upstreams.Ok),
            options => options.PolicyOf = _ => throw new InvalidOperationException("A hook that throws."));

        using HttpResponseMessage response = await SendAsync(host, Samples.ChatPath);

        Assert.That((await response.Content.ReadAsStringAsync(), host.Counters.Faults), Is.EqualTo((Samples.ChatAnswer, 1L)));
    }

    private static Task<HttpResponseMessage> SendAsync(GatewayHost host, string path) => host.Client.SendAsync(Samples.Post(path, Samples.Chat, "high-1"));

    private static Task<GatewayHost> StartAsync(Action<WebApplication> endpoints, Action<GatewayOptions>? options = null) =>
        GatewayHost.StartAsync(new GatewaySetup
        {
            Endpoints = endpoints,
            Gateway = gateway => gateway
                .AddPolicy("strict", policy => policy.High = GuardAction.Refuse)
                .Configure(change => options?.Invoke(change)),
        });
}
