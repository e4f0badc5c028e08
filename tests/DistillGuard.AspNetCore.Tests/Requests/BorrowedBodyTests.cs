// SPDX-License-Identifier: MIT

using System.Net;
using System.Text;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DistillGuard.AspNetCore.Requests;

[CancelAfter(60_000)]
public sealed class BorrowedBodyTests
{
    private const int Bound = 64 * 1024;

    [Test]
    public async Task Send_BodyOfAnySize_ReachesTheUpstreamAsSent(
        [Values] Transport transport, [Values(0, 1, 4096, Bound - 1, Bound, Bound + 1, 1_000_000)] int size, [Values] bool isChunked)
    {
        byte[] body = Bytes(size);
        await using GatewayHost host = await StartAsync(transport, Upstreams.Echo);

        byte[] echoed = await PostAsync(host, body, isChunked);

        Assert.That(echoed.AsSpan().SequenceEqual(body), $"{echoed.Length} bytes came back of {size}.");
    }

    [Test]
    public async Task Send_BodyBeyondTheBound_IsNotEvaluatedAndCounted([Values] bool isChunked)
    {
        await using GatewayHost host = await StartAsync(Transport.Http1, Upstreams.Echo);

        await PostAsync(host, Bytes(Bound + 1), isChunked);
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((exchange.Verdict.NotEvaluated, host.Counters.LargeBodies), Is.EqualTo((NotEvaluatedReason.BodyTooLarge, 1L)));
    }

    [Test]
    public async Task Send_Body64Megabytes_ArrivesWholeAndNothingIsHeld([Values] bool isChunked)
    {
        byte[] body = Bytes(64 * 1024 * 1024);
        long received = 0;
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = Transport.Http1,
            Kestrel = kestrel => kestrel.Limits.MaxRequestBodySize = null,
            Upstream = async context =>
            {
                var buffer = new byte[64 * 1024];
                int read;
                while ((read = await context.Request.Body.ReadAsync(buffer)) > 0)
                {
                    received += read;
                }
            },
        });

        await PostAsync(host, body, isChunked);
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((received, exchange.Verdict.NotEvaluated), Is.EqualTo((body.LongLength, NotEvaluatedReason.BodyTooLarge)));
    }

    [Test]
    public async Task Send_UpstreamReadsTwice_GetsTheSameWithoutBuffering()
    {
        bool couldSeek = false;
        await using GatewayHost host = await StartAsync(Transport.Http1, async context =>
        {
            couldSeek = context.Request.Body.CanSeek;
            context.Request.EnableBuffering();
            using var first = new MemoryStream();
            await context.Request.Body.CopyToAsync(first);
            context.Request.Body.Position = 0;
            await context.Request.Body.CopyToAsync(context.Response.Body);
        });

        byte[] echoed = await PostAsync(host, Encoding.UTF8.GetBytes(Samples.Chat), isChunked: false);

        Assert.That((couldSeek, Encoding.UTF8.GetString(echoed)), Is.EqualTo((true, Samples.Chat)));
    }

    [Test]
    public async Task Send_UpstreamReadsByPipe_GetsTheBody([Values] Transport transport)
    {
        await using GatewayHost host = await StartAsync(transport, async context =>
        {
            using var body = new MemoryStream();
            await context.Request.BodyReader.CopyToAsync(body);
            await context.Response.Body.WriteAsync(body.ToArray());
        });

        byte[] echoed = await PostAsync(host, Bytes(100_000), isChunked: true);

        Assert.That(echoed.AsSpan().SequenceEqual(Bytes(100_000)));
    }

    [Test]
    public async Task Send_ContentLength_IsStillTheClients()
    {
        long? stated = null;
        await using GatewayHost host = await StartAsync(Transport.Http1, context =>
        {
            stated = context.Request.ContentLength;
            return Task.CompletedTask;
        });

        await PostAsync(host, Bytes(1000), isChunked: false);

        Assert.That(stated, Is.EqualTo(1000));
    }

    [Test]
    public async Task Send_BodyReadAfterTheExchange_IsRefusedNotAnothersBytes()
    {
        Stream? kept = null;
        await using GatewayHost host = await StartAsync(Transport.Http1, context =>
        {
            kept = context.Request.Body;
            return Task.CompletedTask;
        });
        await PostAsync(host, Bytes(1000), isChunked: false);
        await host.Observer.NextAsync();

        Assert.That(async () => await kept!.ReadAsync(new byte[10]), Throws.TypeOf<ObjectDisposedException>().After(2_000, 10));
    }

    [Test]
    public async Task Send_ServerLimitExceeded_IsRefusedAsWithoutTheGuard([Values] bool isGuarded, [Values] bool isChunked)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = Transport.Http1,
            IsGuarded = isGuarded,
            Kestrel = kestrel => kestrel.Limits.MaxRequestBodySize = 100,
            Upstream = Upstreams.Echo,
        });

        using HttpResponseMessage response = await SendAsync(host, Bytes(1000), isChunked);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Send_LimitChangedBehindTheGuard_Holds([Values] bool isGuarded, [Values] bool isChunked, [Values(100L, null)] long? limit)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = Transport.Http1,
            IsGuarded = isGuarded,
            Kestrel = kestrel => kestrel.Limits.MaxRequestBodySize = 500,
            Upstream = async context =>
            {
                // What YARP's forwarder does with a route's MaxRequestBodySize, just before it reads.
                context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = limit;
                await Upstreams.Echo(context);
            },
        });

        using HttpResponseMessage response = await SendAsync(host, Bytes(1000), isChunked);

        Assert.That(response.StatusCode, Is.EqualTo(limit is null ? HttpStatusCode.OK : HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Send_CompressedBody_IsReadByTheGuardAndPassedOnAsSent([Values("gzip", "br", "deflate")] string encoding)
    {
        byte[] packed = Compression.Compress(Encoding.UTF8.GetBytes(Samples.Chat), encoding);
        await using GatewayHost host = await StartAsync(Transport.Http1, Upstreams.Echo);

        byte[] echoed = await PostAsync(host, packed, isChunked: false, encoding);
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (echoed.AsSpan().SequenceEqual(packed), exchange.Verdict.IsEvaluated, host.Observer.Bodies.Single()),
            Is.EqualTo((true, true, Samples.Chat)));
    }

    [TestCase("gzip", NotEvaluatedReason.UnknownEncoding)]
    [TestCase("br", NotEvaluatedReason.UnknownEncoding)]
    [TestCase("zstd", NotEvaluatedReason.UnknownEncoding)]
    [TestCase("gzip, br", NotEvaluatedReason.UnknownEncoding)]
    public async Task Send_BodyNotOfItsEncoding_IsNotEvaluatedAndPassedOn(string encoding, NotEvaluatedReason reason)
    {
        byte[] body = Encoding.UTF8.GetBytes(Samples.Chat);
        await using GatewayHost host = await StartAsync(Transport.Http1, Upstreams.Echo);

        byte[] echoed = await PostAsync(host, body, isChunked: false, encoding);
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (echoed.AsSpan().SequenceEqual(body), exchange.Verdict.NotEvaluated, host.Counters.UnknownEncodings),
            Is.EqualTo((true, reason, 1L)));
    }

    [Test]
    public async Task Send_DecompressionBomb_StopsAtTheBound([Values("gzip", "br", "deflate")] string encoding)
    {
        byte[] packed = Compression.Compress(new byte[200_000_000], encoding);
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup { Upstream = Upstreams.Echo });
        long before = GC.GetTotalAllocatedBytes();

        await PostAsync(host, packed, isChunked: false, encoding);
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (exchange.Verdict.NotEvaluated, GC.GetTotalAllocatedBytes() - before < 20_000_000), Is.EqualTo((NotEvaluatedReason.BodyTooLarge, true)));
    }

    [Test]
    public async Task Send_ClientLeavesWhileSending_IsNoFaultOfTheGuard()
    {
        var upstreamFailed = new TaskCompletionSource<Exception>();
        await using GatewayHost host = await StartAsync(Transport.Http1, async context =>
        {
            try
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
            }
            catch (Exception exception)
            {
                upstreamFailed.SetResult(exception);
                throw;
            }
        });
        using var leave = new CancellationTokenSource();
        var half = new HalfSent(leave);

        Assert.That(
            async () => await host.Client.SendAsync(Samples.Post(Samples.ChatPath, half), leave.Token), Throws.InstanceOf<Exception>());
        await upstreamFailed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (exchange.Verdict.NotEvaluated, host.Counters.BrokenBodies, host.Counters.Faults), Is.EqualTo((NotEvaluatedReason.Truncated, 1L, 0L)));
    }

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static Task<GatewayHost> StartAsync(Transport transport, RequestDelegate upstream) => GatewayHost.StartAsync(new GatewaySetup
    {
        Transport = transport,
        Upstream = upstream,
        Gateway = gateway => gateway.Configure(options => options.MaxBodyBytes = Bound),
    });

    private static async Task<byte[]> PostAsync(GatewayHost host, byte[] body, bool isChunked, string? encoding = null)
    {
        using HttpResponseMessage response = await SendAsync(host, body, isChunked, encoding);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static Task<HttpResponseMessage> SendAsync(GatewayHost host, byte[] body, bool isChunked, string? encoding = null)
    {
        var content = new ByteArrayContent(body);
        if (encoding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        HttpRequestMessage request = Samples.Post(Samples.ChatPath, content);
        request.Headers.TransferEncodingChunked = isChunked ? true : null;
        return host.Client.SendAsync(request);
    }

    private sealed class HalfSent : HttpContent
    {
        private readonly CancellationTokenSource _leave;

        public HalfSent(CancellationTokenSource leave) => _leave = leave;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("{\"model\":"u8.ToArray());
            await stream.FlushAsync();
            await _leave.CancelAsync();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 1000;
            return true;
        }
    }
}
