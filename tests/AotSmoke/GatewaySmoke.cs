// SPDX-License-Identifier: MIT

using System.Net;
using System.Text;
using DistillGuard;
using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AotSmoke;

/// <summary>A gateway of its own over a real socket: options from configuration, a request through the middleware, an answer through the tap.</summary>
internal static class GatewaySmoke
{
    private const string Answer = """{"id":"c1","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Both fly."},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":3}}""";

    public static async Task<(HttpStatusCode Status, bool IsUnchanged, GuardCounters Counters)> RunAsync(string question)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("DistillGuard:Gateway:MaxBodyBytes", "65536")]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDistillGuard(builder.Configuration)
            .AddGateway(gateway => gateway.ResolveCaller(static _ => new CallerIdentity { Account = "acct_1" }));
        WebApplication app = builder.Build();
        app.UseDistillGuard();
        app.Run(static context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(Answer);
        });
        await app.StartAsync().ConfigureAwait(false);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var body = new StringContent(question, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(new Uri("/v1/chat/completions", UriKind.Relative), body).ConfigureAwait(false);
        string answer = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        await app.StopAsync().ConfigureAwait(false);
        GuardCounters counters = app.Services.GetRequiredService<DistillationGuard>().Counters;
        await app.DisposeAsync().ConfigureAwait(false);
        return (response.StatusCode, answer == Answer, counters);
    }
}
