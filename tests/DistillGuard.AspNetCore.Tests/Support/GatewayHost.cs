// SPDX-License-Identifier: MIT

using System.Net;
using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Support;

/// <summary>A gateway with the guard in front of an upstream that is a delegate; the account comes from a header.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayHost(WebApplication app, HttpClient client, RecordingObserver observer, OutcomeRecorder outcomes, RecordingLogs logs)
    {
        _app = app;
        Client = client;
        Observer = observer;
        Outcomes = outcomes;
        Logs = logs;
    }

    public HttpClient Client { get; }

    public RecordingObserver Observer { get; }

    public OutcomeRecorder Outcomes { get; }

    public RecordingLogs Logs { get; }

    public Gateway Gateway => _app.Services.GetRequiredService<Gateway>();

    public GatewayCounters Counters => Gateway.Counters;

    public DistillationGuard Guard => _app.Services.GetRequiredService<DistillationGuard>();

    public IServiceProvider Services => _app.Services;

    /// <summary>Has what waits looked at now: a request that was answered is in any case.</summary>
    public void InspectWaiting() => _app.Services.GetRequiredService<InspectionPump>().Run();

    public static async Task<GatewayHost> StartAsync(GatewaySetup setup)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        var logs = new RecordingLogs();
        builder.Logging.ClearProviders().AddProvider(logs);
        if (setup.Time is not null)
        {
            builder.Services.AddSingleton(setup.Time);
        }

        var observer = new RecordingObserver();
        var outcomes = new OutcomeRecorder();
        builder.Services
            .AddDistillGuard(guard =>
            {
                guard.Add("loud", _ => new LoudDetector()).Add("outcome-recorder", _ => outcomes);
                setup.Guard?.Invoke(guard);
            })
            .AddGateway(gateway =>
            {
                gateway.Services.AddSingleton<IExchangeObserver>(observer);
                if (!setup.ResolvesItself)
                {
                    gateway.ResolveCaller(AccountHeader);
                }

                setup.Gateway?.Invoke(gateway);
            });
        setup.Services?.Invoke(builder.Services);
        Listen(builder, setup);

        WebApplication app = builder.Build();
        setup.Before?.Invoke(app);
        if (setup.IsGuarded)
        {
            app.UseDistillGuard();
        }

        if (setup.Endpoints is not null)
        {
            setup.Endpoints(app);
        }
        else
        {
            app.Run(setup.Upstream);
        }

        await app.StartAsync();
        return new GatewayHost(app, Connect(app, setup.Transport), observer, outcomes, logs);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static CallerIdentity? AccountHeader(HttpContext context) =>
        context.Request.Headers["x-account"].ToString() is { Length: > 0 } account ? new CallerIdentity { Account = account } : null;

    private static void Listen(WebApplicationBuilder builder, GatewaySetup setup)
    {
        if (setup.Transport == Transport.TestHost)
        {
            builder.WebHost.UseTestServer();
            return;
        }

        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            setup.Kestrel?.Invoke(kestrel);
            kestrel.Listen(
                IPAddress.Loopback,
                port: 0,
                listen => listen.Protocols = setup.Transport == Transport.Http2 ? HttpProtocols.Http2 : HttpProtocols.Http1);
        });
    }

    private static HttpClient Connect(WebApplication app, Transport transport)
    {
        if (transport == Transport.TestHost)
        {
            return app.GetTestClient();
        }

        return new HttpClient(new VersionHandler(transport == Transport.Http2 ? HttpVersion.Version20 : HttpVersion.Version11))
        {
            BaseAddress = new Uri(app.Urls.First()),
            Timeout = TimeSpan.FromSeconds(20),
        };
    }
}
