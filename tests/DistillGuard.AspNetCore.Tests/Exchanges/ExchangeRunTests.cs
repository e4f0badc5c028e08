// SPDX-License-Identifier: MIT

using System.Net;
using DistillGuard.AspNetCore.Support;
using DistillGuard.Requests;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Builder;

namespace DistillGuard.AspNetCore.Exchanges;

[CancelAfter(30_000)]
public sealed class ExchangeRunTests
{
    [Test]
    public async Task Send_ChatCompletion_IsEvaluatedAndObservedOnce()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (exchange.Api, exchange.Verdict.NotEvaluated, exchange.Answer.Status, host.Guard.Counters.Evaluated, host.Outcomes.Outcomes.Count),
            Is.EqualTo((ApiKind.OpenAIChatCompletions, NotEvaluatedReason.None, 200, 1L, 1)));
    }

    [Test]
    public async Task Send_ChatCompletion_ShowsObserversTheBodyForTheCallOnly()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((host.Observer.Bodies.Single(), exchange.RequestBody.Length), Is.EqualTo((Samples.Chat, 0)));
    }

    [Test]
    public async Task Send_NoAccount_IsNotEvaluatedAndGoesOn()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat, account: null));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((response.StatusCode, exchange.Verdict.NotEvaluated), Is.EqualTo((HttpStatusCode.OK, NotEvaluatedReason.NoAccount)));
    }

    [Test]
    public async Task Send_UnknownApiBelowV1_IsNotEvaluatedAndSaysSo()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.SendAsync(Samples.Post("/v1/embeddings", """{"input":"x"}"""));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((exchange.Verdict.NotEvaluated, host.Counters.UnknownApis), Is.EqualTo((NotEvaluatedReason.UnknownApi, 1L)));
    }

    [Test]
    public async Task Send_GetRequest_IsPassedByAndCounted()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        await host.Client.GetAsync(new Uri("/v1/models", UriKind.Relative));

        Assert.That((host.Counters.PassedBy, host.Counters.Exchanges), Is.EqualTo((1L, 0L)));
    }

    [Test]
    public async Task Send_ObserverThrows_IsCountedTwiceAndTheClientIsAnswered()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());
        host.Observer.Throws = true;

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        string answer = await response.Content.ReadAsStringAsync();
        await host.Observer.NextAsync();

        Assert.That(answer, Is.EqualTo(Samples.ChatAnswer));
        Assert.That(() => host.Counters.ObserverFaults, Is.EqualTo(2).After(2_000, 10));
    }

    [Test]
    public async Task Send_DetectorThrows_IsCountedByTheGuardAndTheClientIsAnswered()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat, "throws"));
        host.InspectWaiting();

        Assert.That((await response.Content.ReadAsStringAsync(), host.Guard.Counters.Faults), Is.EqualTo((Samples.ChatAnswer, 1L)));
    }

    [Test]
    public async Task Send_GuardTwiceInThePipeline_IsOneExchangeAndKeepsItsHeaders()
    {
        string? told = null;
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Before = app => app.UseDistillGuard(),
            Gateway = gateway => gateway.Configure(options => options.Default.High = GuardAction.Annotate),
            Upstream = context =>
            {
                told = context.Request.Headers["X-DistillGuard-Level"];
                return Upstreams.Ok(context);
            },
        });

        await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat, "high-1"));
        await host.Observer.NextAsync();

        Assert.That((told, host.Counters.Exchanges, host.Guard.Counters.Evaluated), Is.EqualTo(("high", 1L, 1L)));
    }

    [TestCase("not json", NotEvaluatedReason.InvalidJson)]
    [TestCase("{\"model\":", NotEvaluatedReason.Truncated)]
    [TestCase("", NotEvaluatedReason.NoContent)]
    public async Task Send_BodyThatIsNoRequest_IsNotEvaluatedAndGoesOn(string body, NotEvaluatedReason reason)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup());

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, body));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (response.StatusCode, exchange.Verdict.NotEvaluated, host.Counters.NotEvaluated), Is.EqualTo((HttpStatusCode.OK, reason, 1L)));
    }

    [Test]
    public async Task Send_UpstreamThrows_IsCountedAndToldAsAFailure()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = Transport.Http1,
            Upstream = _ => throw new InvalidOperationException("An upstream that throws."),
        });

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (response.StatusCode, exchange.Answer.Status, host.Counters.FailedAnswers, host.Outcomes.Outcomes.Single().IsTurnedAway),
            Is.EqualTo((HttpStatusCode.InternalServerError, 500, 1L, true)));
    }
}
