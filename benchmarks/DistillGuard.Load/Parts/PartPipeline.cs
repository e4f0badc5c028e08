// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Net;
using System.Security.Claims;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.DependencyInjection;
using DistillGuard.Load.Loading;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Findings;
using DistillGuard.Samples.Gateway.Traffic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.Load.Parts;

/// <summary>A pipeline without a server, in which a request waits for its verdict: what is behind the guard reads the body as a forwarder does and writes an answer that is ready.</summary>
internal sealed class PartPipeline : IAsyncDisposable
{
    private static readonly IPAddress Address = IPAddress.Parse("203.0.113.7");

    private readonly ServiceProvider _services;
    private readonly RequestDelegate _pipeline;
    private readonly DistillationGuard? _guard;
    private readonly IReadOnlyList<byte[]> _bodies;
    private readonly ClaimsPrincipal[] _customers;
    private readonly byte[][] _answer;
    private readonly string _path;
    private readonly string _type;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly ServerFeatures _server = new();
    private int _next;

    private PartPipeline(PartSet parts, LoadKind kind, byte[][] answer)
    {
        _answer = answer;
        _path = RequestBodies.PathOf(kind.Api, kind.IsStreamed);
        _type = kind.IsStreamed ? "text/event-stream" : "application/json";
        _bodies = LoadBodies.Of(kind);
        _customers = [.. CustomerDirectory.MadeUp().All.Select(Principal)];
        var services = new ServiceCollection();
        services.AddLogging().AddMetrics();
        if (parts.Detectors is { } detectors)
        {
            DistillGuardServiceBuilder guard = services.AddDistillGuard(builder => detectors(builder))
                .AddGateway(static gateway => gateway.Configure(static options => options.Default.VerdictFirst = true));
            if (parts.IsObserved)
            {
                services.AddSingleton<IExchangeObserver>(new AccountNames());
                guard.AddTelemetry().AddLivePage();
            }
        }

        _services = services.BuildServiceProvider();
        var app = new ApplicationBuilder(_services);
        if (parts.Detectors is not null)
        {
            app.UseDistillGuard();
            _guard = _services.GetRequiredService<DistillationGuard>();
        }

        app.Run(AnswerAsync);
        _pipeline = app.Build();
    }

    /// <summary>Composes one.</summary>
    public static async Task<PartPipeline> CreateAsync(PartSet parts, LoadKind kind) =>
        new(parts, kind, await RecordedAnswer.RecordAsync(kind));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Sends requests through it one after the other, then has what waits for the analysis plane taken in.</summary>
    public async Task<PartCost> RunAsync(int requests)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < requests; i++)
        {
            await _pipeline(Request());
        }

        TimeSpan took = Stopwatch.GetElapsedTime(started);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        started = Stopwatch.GetTimestamp();
        _guard?.Analyze(DateTimeOffset.UnixEpoch);
        return new PartCost(took.TotalMicroseconds / requests, Stopwatch.GetElapsedTime(started).TotalMicroseconds / requests, (double)allocated / requests);
    }

    private DefaultHttpContext Request()
    {
        int number = _next++ & int.MaxValue;
        byte[] body = _bodies[number % _bodies.Count];
        var context = new DefaultHttpContext { User = _customers[number % _customers.Length] };
        context.Features.Set<IHttpResponseBodyFeature>(_server);
        context.Features.Set<IHttpRequestLifetimeFeature>(_server);
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(_server);
        context.Connection.RemoteIpAddress = Address;
        context.Request.Method = HttpMethods.Post;
        context.Request.Path = _path;
        context.Request.ContentLength = body.Length;
        context.Request.ContentType = "application/json";
        context.Request.Headers.UserAgent = "load/1.0";
        context.Request.Body = new MemoryStream(body, writable: false);
        return context;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        while (await context.Request.Body.ReadAsync(_buffer) > 0)
        {
        }

        context.Response.ContentType = _type;
        Stream body = context.Response.Body;
        foreach (byte[] piece in _answer)
        {
            await body.WriteAsync(piece);
        }
    }

    private static ClaimsPrincipal Principal(Customer customer) => new(new ClaimsIdentity(
        [
            new Claim(CustomerClaims.Account, customer.Account),
            new Claim(CustomerClaims.Organization, customer.Organization ?? string.Empty),
            new Claim(CustomerClaims.Credential, customer.Credential ?? string.Empty),
            new Claim(CustomerClaims.Plan, customer.Plan ?? string.Empty),
            new Claim(CustomerClaims.Payment, customer.Payment ?? string.Empty),
        ],
        "load"));
}
