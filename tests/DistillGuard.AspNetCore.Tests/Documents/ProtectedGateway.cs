// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.AspNetCore.Documents;

/// <summary>What <c>docs/gateway.md</c> prints; a test holds the one to the other.</summary>
internal static class ProtectedGateway
{
    public static WebApplication Build(WebApplicationBuilder builder, RequestDelegate forward)
    {
        WebApplication app;

        builder.Services.AddDistillGuard(guard => guard.AddRateAnomaly().AddPromptPattern().AddSignatureReplay().AddGroupAnalyzers())
            .AddGateway(gateway => gateway.ResolveCaller(context => new CallerIdentity { Account = context.User.FindFirst("account")?.Value }));
        app = builder.Build();
        app.UseDistillGuard();

        app.UseForwardedHeaders();      // the client's address, by the proxies you trust
        app.UseAuthentication();        // who calls
        app.UseAuthorization();         // what is refused anyway is never looked at
        app.UseDistillGuard();
        app.Run(forward);               // or app.MapReverseProxy()

        return app;
    }

    public static void AddPolicies(GatewayBuilder gateway)
    {
        gateway.AddPolicy("paid", policy =>
        {
            policy.Elevated = GuardAction.Throttle;
            policy.High = GuardAction.Challenge;
            policy.Appeal = new Uri("https://example.com/appeal");
            policy.DryRun = true;
        });
    }
}
