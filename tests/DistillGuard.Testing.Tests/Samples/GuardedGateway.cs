// SPDX-License-Identifier: MIT

using DistillGuard;
using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Gateway;

/// <summary>A gateway that looks at every request and answer, reports, and holds nothing up.</summary>
public static class GuardedGateway
{
    public static WebApplication Build(WebApplicationBuilder builder, RequestDelegate forward)
    {
        builder.Services
            .AddDistillGuard(guard => guard
                .AddRateAnomaly()
                .AddPromptPattern()
                .AddSignatureReplay()
                .AddGeoOrigin()
                .AddGroupAnalyzers())
            .AddGateway(gateway => gateway.ResolveCaller(context => new CallerIdentity
            {
                Account = context.User.FindFirst("account")?.Value,
                Organization = context.User.FindFirst("organization")?.Value,
                Plan = context.User.FindFirst("plan")?.Value,
            }));

        WebApplication app = builder.Build();
        app.UseDistillGuard(); // behind authentication
        app.Run(forward);      // or app.MapReverseProxy()
        return app;
    }
}
