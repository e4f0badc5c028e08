// SPDX-License-Identifier: MIT

using System.Net;
using System.Security.Claims;
using System.Text;
using Acme.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DistillGuard.Testing;

/// <summary>Runs what the README shows.</summary>
public sealed class ReadmeSamplesTests
{
    private const string Body = """{"model":"m","messages":[{"role":"user","content":"Which tea goes with lemon cake?"}]}""";

    [Test]
    public async Task DistillationWatch_Request_IsInspectedAndPassedOnWhole()
    {
        var services = new ServiceCollection();
        DistillationWatch.AddTo(services);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var guard = provider.GetRequiredService<DistillationGuard>();
        string passedOn = string.Empty;
        var watch = new DistillationWatch(
            async context => passedOn = await new StreamReader(context.Request.Body).ReadToEndAsync(),
            guard,
            TimeProvider.System,
            NullLogger<DistillationWatch>.Instance);

        await watch.InvokeAsync(Request());

        Assert.That(passedOn, Is.EqualTo(Body));
        Assert.That((guard.Counters.Evaluated, guard.Counters.Observed), Is.EqualTo((1, 1)));
    }

    [Test]
    public void MyRulesBenchmarks_Prompt_MatchesOwnRuleOnly()
    {
        var benchmarks = new MyRulesBenchmarks();

        benchmarks.Prepare();

        Assert.That((benchmarks.Catalogue(), benchmarks.CatalogueAndMine()), Is.EqualTo((0, 1)));
    }

    private static DefaultHttpContext Request()
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Body));
        context.Connection.RemoteIpAddress = IPAddress.Parse("198.51.100.7");
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("account", "acct_1"), new Claim("plan", "payg")]));
        return context;
    }
}
