// SPDX-License-Identifier: MIT

using System.Net;
using System.Net.Http.Json;
using DistillGuard;
using DistillGuard.AspNetCore.Exchanges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace PackageSmoke;

/// <summary>The three lines that protect an endpoint, from packages, over a real socket.</summary>
public sealed class GatewaySmokeTests
{
    private const string Answer =
        """{"id":"c1","object":"chat.completion","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Darjeeling."},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}""";

    [Test]
    [CancelAfter(60_000)]
    public async Task Gateway_FromPackages_LooksAtARequestAndChangesNothing(CancellationToken cancelled)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDistillGuard(guard => guard.AddRateAnomaly().AddPromptPattern().AddGroupAnalyzers())
            .AddGateway(gateway => gateway.ResolveCaller(static _ => new CallerIdentity { Account = "acct_1" }));
        await using WebApplication app = builder.Build();
        app.UseDistillGuard();
        app.MapPost("/v1/chat/completions", static () => Results.Text(Answer, "application/json"));
        await app.StartAsync(cancelled);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using HttpResponseMessage response = await client.PostAsJsonAsync(
            "/v1/chat/completions",
            new { model = "m", messages = new[] { new { role = "user", content = "Which tea goes with lemon cake?" } } },
            cancelled);

        string body = await response.Content.ReadAsStringAsync(cancelled);
        await app.StopAsync(cancelled);
        GuardCounters counters = app.Services.GetRequiredService<DistillationGuard>().Counters;
        Assert.Multiple(() =>
        {
            Assert.That((response.StatusCode, body), Is.EqualTo((HttpStatusCode.OK, Answer)));
            Assert.That((counters.Evaluated, counters.Observed, counters.NotEvaluated, counters.Faults), Is.EqualTo((1L, 1L, 0L, 0L)));
        });
    }
}
