// SPDX-License-Identifier: MIT

using System.Net;
using System.Security.Claims;
using System.Text;
using Acme.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DistillGuard.Testing;

/// <summary>Runs what the README shows.</summary>
public sealed class ReadmeSamplesTests
{
    private const string Body = """{"model":"m","messages":[{"role":"user","content":"Which tea goes with lemon cake?"}]}""";

    [Test]
    [CancelAfter(30_000)]
    public async Task GuardedGateway_Request_IsInspectedAndPassedOnWhole(CancellationToken cancellation)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IStartupFilter>(new SignIn());
        string passedOn = string.Empty;
        await using WebApplication app = GuardedGateway.Build(builder, async context =>
        {
            passedOn = await new StreamReader(context.Request.Body).ReadToEndAsync(cancellation);
            await context.Response.WriteAsync("{}", cancellation);
        });
        await app.StartAsync(cancellation);

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var content = new StringContent(Body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(new Uri("/v1/chat/completions", UriKind.Relative), content, cancellation);

        await app.StopAsync(cancellation);
        GuardCounters counters = app.Services.GetRequiredService<DistillationGuard>().Counters;
        Assert.That((response.StatusCode, passedOn), Is.EqualTo((HttpStatusCode.OK, Body)));
        Assert.That((counters.Evaluated, counters.Observed), Is.EqualTo((1, 1)));
    }

    [Test]
    public void MyRulesBenchmarks_Prompt_MatchesOwnRuleOnly()
    {
        var benchmarks = new MyRulesBenchmarks();

        benchmarks.Prepare();

        Assert.That((benchmarks.Catalogue(), benchmarks.Own(), benchmarks.Together()), Is.EqualTo((0, 1, 1)));
    }

    /// <summary>Stands for the host's authentication.</summary>
    private sealed class SignIn : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, forward) =>
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("account", "a-1"), new Claim("plan", "team")], "test"));
                return forward(context);
            });
            next(app);
        };
    }
}
