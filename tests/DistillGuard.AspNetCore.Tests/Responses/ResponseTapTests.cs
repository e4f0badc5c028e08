// SPDX-License-Identifier: MIT

using System.Net;
using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DistillGuard.AspNetCore.Responses;

[CancelAfter(60_000)]
public sealed class ResponseTapTests
{
    [Test]
    public async Task Send_UpstreamTurnsAway_IsPassedOnAndTurnedAwayForTheGuard()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Upstream = async context =>
            {
                context.Response.StatusCode = 529;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("""{"type":"error","error":{"type":"overloaded_error"}}""");
            },
        });

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post("/v1/messages", ApiSamples.Messages.Request));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            ((int)response.StatusCode, exchange.Answer.Error, host.Outcomes.Outcomes.Single().IsTurnedAway), Is.EqualTo((529, "overloaded_error", true)));
    }

    [Test]
    public async Task Send_StreamThatFailsBeforeItAnswers_IsTurnedAwayForTheGuard()
    {
        await using GatewayHost host = await StartAsync(
            "data: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"x\"}}\n\n", "text/event-stream");

        await host.Client.SendAsync(Samples.Post("/v1/messages", ApiSamples.Messages.Request));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((exchange.Answer.Status, host.Outcomes.Outcomes.Single().IsTurnedAway), Is.EqualTo((200, true)));
    }

    [TestCase("{\"id\":", "application/json", 0, 1, 0)]
    [TestCase("{{{", "application/json", 1, 0, 0)]
    [TestCase("data: {\"id\":\"1\"}\n\n", "text/event-stream", 0, 1, 0)]
    [TestCase("data: {]\n\ndata: [DONE]\n\n", "text/event-stream", 1, 0, 0)]
    [TestCase("<html/>", "text/html", 0, 0, 1)]
    public async Task Send_AnswerThatCannotBeRead_ArrivesAndIsCounted(string answer, string type, long malformed, long truncated, long unread)
    {
        await using GatewayHost host = await StartAsync(answer, type);

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        string received = await response.Content.ReadAsStringAsync();
        await host.Observer.NextAsync();

        Assert.That(
            (received, host.Counters.MalformedAnswers, host.Counters.TruncatedAnswers, host.Counters.UnreadAnswers, host.Counters.Faults),
            Is.EqualTo((answer, malformed, truncated, unread, 0L)));
    }

    [TestCase("gzip", 1, 0)]
    [TestCase("zstd", 0, 1)]
    public async Task Send_AnswerNotOfItsEncoding_ArrivesAndIsCounted(string encoding, long malformed, long unread)
    {
        byte[] answer = Encoding.UTF8.GetBytes(Samples.ChatAnswer);
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup { Upstream = Upstreams.Bytes(answer, "application/json", encoding) });

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        byte[] received = await response.Content.ReadAsByteArrayAsync();
        await host.Observer.NextAsync();

        Assert.That(
            (received.AsSpan().SequenceEqual(answer), host.Counters.MalformedAnswers, host.Counters.UnreadAnswers), Is.EqualTo((true, malformed, unread)));
    }

    [Test]
    public async Task Send_ClientLeavesInTheMiddleOfAStream_IsToldAsAbortedOnce()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = Transport.Http1,
            Upstream = async context =>
            {
                context.Response.ContentType = "text/event-stream";
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.WriteAsync("data: {\"id\":\"resp-1\"}\n\n", context.RequestAborted);
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                }
            },
        });
        using (HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat), HttpCompletionOption.ResponseHeadersRead))
        {
            await using Stream body = await response.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[40]);
        }

        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (exchange.Answer.IsAborted, exchange.Answer.Status, exchange.Answer.Id, host.Counters.AbortedAnswers, host.Outcomes.Outcomes.Count),
            Is.EqualTo((true, 200, "resp-1", 1L, 1)));
    }

    [Test]
    public async Task Send_UpstreamFailsInTheMiddleOfAStream_TheClientGetsWhatItWouldHaveGot([Values] bool isGuarded)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = Transport.Http1,
            IsGuarded = isGuarded,
            Upstream = async context =>
            {
                context.Response.ContentType = "text/event-stream";
                await context.Response.WriteAsync("data: {\"id\":\"resp-1\"}\n\n");
                await context.Response.Body.FlushAsync();
                throw new InvalidOperationException("An upstream that breaks off.");
            },
        });

        using HttpResponseMessage response = await host.Client.SendAsync(
            Samples.Post(Samples.ChatPath, Samples.Chat), HttpCompletionOption.ResponseHeadersRead);

        Assert.That(async () => await response.Content.ReadAsStringAsync(), Throws.TypeOf<HttpRequestException>());
    }

    [Test]
    public async Task Send_AnswerAsAFile_ArrivesAndIsNotRead()
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, Samples.ChatAnswer);
            await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
            {
                Transport = Transport.Http1,
                Upstream = context => context.Response.SendFileAsync(path),
            });

            using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
            string received = await response.Content.ReadAsStringAsync();
            await host.Observer.NextAsync();

            Assert.That((received, host.Counters.UnreadAnswers), Is.EqualTo((Samples.ChatAnswer, 1L)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public async Task Send_UpstreamUsesTheWholeFeature_EveryCallReachesTheServer()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = Transport.Http1,
            Upstream = async context =>
            {
                IHttpResponseBodyFeature feature = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
                feature.DisableBuffering();
                context.Response.ContentType = "application/json";
                await feature.StartAsync();
                await feature.Writer.WriteAsync(Encoding.UTF8.GetBytes(Samples.ChatAnswer[..50]));
                await feature.Stream.WriteAsync(Encoding.UTF8.GetBytes(Samples.ChatAnswer[50..]));
                await feature.CompleteAsync();
            },
        });

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        string received = await response.Content.ReadAsStringAsync();

        Assert.That((received, (await host.Observer.NextAsync()).Answer.OutputTokens), Is.EqualTo((Samples.ChatAnswer, 7L)));
    }

    [Test]
    public async Task Send_NothingWritten_IsNoFaultAndNothingTruncated()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup { Upstream = _ => Task.CompletedTask });

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (response.StatusCode, exchange.Answer.Bytes, exchange.Answer.TimeToFirstByte, host.Counters.TruncatedAnswers),
            Is.EqualTo((HttpStatusCode.OK, 0L, TimeSpan.Zero, 0L)));
    }

    private static Task<GatewayHost> StartAsync(string answer, string type) =>
        GatewayHost.StartAsync(new GatewaySetup { Upstream = Upstreams.Bytes(Encoding.UTF8.GetBytes(answer), type) });
}
