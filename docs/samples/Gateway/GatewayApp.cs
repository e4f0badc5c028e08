// SPDX-License-Identifier: MIT

using System.Net;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Findings;
using Microsoft.AspNetCore.HttpOverrides;
using Yarp.ReverseProxy.Configuration;

namespace DistillGuard.Samples.Gateway;

/// <summary>The gateway: YARP in front of a model provider, customers known by their API keys, and the guard between.</summary>
internal static class GatewayApp
{
    private static readonly string[] Paths = ["/v1/chat/completions", "/v1/responses", "/v1/messages", "/v1beta/models/{call}"];

    /// <summary>Composes it, ready to be started.</summary>
    public static WebApplication Build(GatewaySettings settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("DistillGuard", LogLevel.Error); // the console tells of groups in words
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, settings.Port));
        builder.Services.AddSingleton(settings.Customers);
        builder.Services.AddSingleton(settings.Clock);
        builder.Services.AddApiKeys();
        builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor);
        builder.Services.AddReverseProxy().LoadFromMemory(Routes(), [Provider(settings.Model)]);
        if (settings.IsGuarded)
        {
            var names = new AccountNames();
            builder.Services.AddSingleton(names).AddSingleton<IExchangeObserver>(names);
            builder.Services.AddDistillGuard(guard => guard.AddDetectors()) // 1
                .AddGateway()
                .AddTelemetry()
                .AddLivePage(page => page.NameOf = names.Find);
        }

        settings.Configure?.Invoke(builder);

        WebApplication app = builder.Build();
        app.UseForwardedHeaders(); // believes loopback only, until the options name other proxies
        app.UseAuthentication();
        app.UseAuthorization();
        if (settings.IsGuarded)
        {
            app.UseDistillGuard(); // 2
            app.MapDistillGuardPage().AllowAnonymous(); // on loopback; a real gateway says who may look
        }

        app.MapReverseProxy();
        return app;
    }

    private static RouteConfig[] Routes() =>
    [
        .. Paths.Select(path => new RouteConfig
        {
            RouteId = path,
            ClusterId = "provider",
            AuthorizationPolicy = "default",
            Match = new RouteMatch { Path = path, Methods = ["POST"] },
            Transforms = // the customer's key stays here; a real gateway adds the operator's
            [
                Without("Authorization"),
                Without("x-api-key"),
                Without("x-goog-api-key"),
            ],
        }),
    ];

    private static Dictionary<string, string> Without(string header) => new(StringComparer.Ordinal) { ["RequestHeaderRemove"] = header };

    private static ClusterConfig Provider(Uri address) => new()
    {
        ClusterId = "provider",
        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal) { ["model"] = new() { Address = address.ToString() } },
    };
}
