// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Hosting;

/// <summary>Every API, plain and streamed, compressed and not, in pieces of every size, over every transport: the same bytes with and without the guard, and all of it read.</summary>
[CancelAfter(60_000)]
[TestFixture(Transport.TestHost)]
[TestFixture(Transport.Http1)]
[TestFixture(Transport.Http2)]
internal sealed class ContractTests
{
    private readonly Transport _transport;
    private GatewayHost _guarded = null!;
    private GatewayHost _bare = null!;

    public ContractTests(Transport transport) => _transport = transport;

    private static IEnumerable<ApiSample> Apis => ApiSamples.All;

    [OneTimeSetUp]
    public async Task Start()
    {
        _guarded = await GatewayHost.StartAsync(new GatewaySetup { Transport = _transport, Upstream = AnswerAsync });
        _bare = await GatewayHost.StartAsync(new GatewaySetup { Transport = _transport, Upstream = AnswerAsync, IsGuarded = false });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _guarded.DisposeAsync();
        await _bare.DisposeAsync();
    }

    [Test]
    public async Task Send_EveryKindOfAnswer_ArrivesAsWithoutTheGuardAndIsRead(
        [ValueSource(nameof(Apis))] ApiSample sample,
        [Values] bool isStream,
        [Values("", "gzip", "br")] string encoding,
        [Values(1, 500)] int piece,
        [Values] bool byWriter)
    {
        Received with = await SendAsync(_guarded, sample, isStream, encoding, piece, byWriter);
        Received without = await SendAsync(_bare, sample, isStream, encoding, piece, byWriter);
        GuardedExchange exchange = await _guarded.Observer.NextAsync();

        Assert.That(with, Is.EqualTo(without));
        Assert.That(
            (exchange.Api, exchange.Verdict.IsEvaluated, exchange.Answer.InputTokens, exchange.Answer.OutputTokens, exchange.Answer.FinishReason, exchange.Answer.IsStreamed),
            Is.EqualTo((sample.Api, true, ApiSamples.Input, ApiSamples.Output, sample.Finish, isStream)));
        Assert.That(exchange.Answer.ReasoningSignatures.Select(blob => Encoding.UTF8.GetString(blob.Span)), Is.EqualTo(sample.Signatures));
    }

    [Test]
    public async Task Send_FirstPieceOfAStream_ArrivesBeforeTheSecondIsMade([Values] bool byWriter, [Values("", "gzip")] string encoding)
    {
        var gate = new TaskCompletionSource();
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = _transport,
            Upstream = async context =>
            {
                context.Response.ContentType = "text/event-stream";
                byte[][] pieces = encoding.Length == 0
                    ? ["data: {\"id\":\"resp-1\"}\n\n"u8.ToArray(), "data: [DONE]\n\n"u8.ToArray()]
                    : Compression.CompressPieces("data: {\"id\":\"resp-1\"}\n\ndata: [DONE]\n\n"u8.ToArray(), encoding, 20);
                if (encoding.Length > 0)
                {
                    context.Response.Headers.ContentEncoding = encoding;
                }

                await WriteAsync(context, pieces[0], byWriter);
                await gate.Task.WaitAsync(context.RequestAborted);
                foreach (byte[] rest in pieces[1..])
                {
                    await WriteAsync(context, rest, byWriter);
                }
            },
        });
        using HttpRequestMessage request = Samples.Post(Samples.ChatPath, Samples.Chat);

        using HttpResponseMessage response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        int first = await body.ReadAsync(new byte[1_000]).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        bool wasWaiting = !gate.Task.IsCompleted;
        gate.SetResult();
        await body.CopyToAsync(Stream.Null);

        Assert.That((first > 0, wasWaiting), Is.EqualTo((true, true)));
    }

    private static async Task<Received> SendAsync(GatewayHost host, ApiSample sample, bool isStream, string encoding, int piece, bool byWriter)
    {
        using HttpRequestMessage request = Samples.Post(isStream ? sample.StreamPath : sample.Path, sample.Request);
        request.Headers.Add("x-sample", sample.Api.ToString());
        request.Headers.Add("x-stream", isStream.ToString());
        request.Headers.Add("x-encoding", encoding.Length == 0 ? "plain" : encoding);
        request.Headers.Add("x-piece", piece.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("x-by-writer", byWriter.ToString());
        using HttpResponseMessage response = await host.Client.SendAsync(request);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        string headers = string.Join('\n', response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
            .Order(StringComparer.Ordinal));
        return new Received((int)response.StatusCode, headers, Convert.ToBase64String(body));
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        using var request = new MemoryStream();
        await context.Request.Body.CopyToAsync(request);
        IHeaderDictionary asked = context.Request.Headers;
        ApiSample sample = ApiSamples.All.Single(api => api.Api.ToString() == asked["x-sample"]);
        if (Encoding.UTF8.GetString(request.ToArray()) != sample.Request)
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return;
        }

        bool isStream = bool.Parse(asked["x-stream"]!);
        string encoding = asked["x-encoding"] == "plain" ? string.Empty : asked["x-encoding"].ToString();
        int piece = int.Parse(asked["x-piece"]!, CultureInfo.InvariantCulture);
        byte[] answer = Compression.Compress(Encoding.UTF8.GetBytes(isStream ? sample.Stream : sample.Answer), encoding);
        context.Response.ContentType = isStream ? "text/event-stream; charset=utf-8" : "application/json";
        if (encoding.Length > 0)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        for (int start = 0; start < answer.Length; start += piece)
        {
            await WriteAsync(context, answer.AsMemory(start, Math.Min(piece, answer.Length - start)), bool.Parse(asked["x-by-writer"]!));
        }
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> piece, bool byWriter)
    {
        if (byWriter)
        {
            // As ASP.NET Core's own serializers do: memory of the writer, filled and advanced.
            piece.CopyTo(context.Response.BodyWriter.GetMemory(piece.Length));
            context.Response.BodyWriter.Advance(piece.Length);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            return;
        }

        await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private sealed record Received(int Status, string Headers, string Body);
}
