// SPDX-License-Identifier: MIT

using System.Net;
using System.Security.Claims;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using Microsoft.AspNetCore.Builder;

namespace DistillGuard.AspNetCore.Identity;

[CancelAfter(30_000)]
public sealed class CallerResolversTests
{
    [Test]
    public async Task Resolve_NoResolver_ReadsTheClaimsOfTheDefaultNames()
    {
        CallerIdentity caller = await ResolveAsync(_ => { });

        Assert.That(
            (caller.Account, caller.Organization, caller.Credential, caller.Payment, caller.Plan), Is.EqualTo(("acc", "org", "key-1", "pay", "team")));
    }

    [Test]
    public async Task Resolve_ClaimsOfOtherNames_AreRead()
    {
        CallerIdentity caller = await ResolveAsync(gateway => gateway.ResolveCallerFromClaims(claims =>
        {
            claims.Account = "sub";
            claims.Organization = string.Empty;
        }));

        Assert.That((caller.Account, caller.Organization), Is.EqualTo(("subject", (string?)null)));
    }

    [Test]
    public async Task Resolve_Several_EachFillsWhatIsNotKnownYet()
    {
        CallerIdentity caller = await ResolveAsync(gateway => gateway
            .ResolveCaller(_ => new CallerIdentity { Account = "first" })
            .ResolveCaller(_ => null)
            .ResolveCaller(_ => new CallerIdentity { Account = "second", Plan = "free" }));

        Assert.That((caller.Account, caller.Plan), Is.EqualTo(("first", "free")));
    }

    [Test]
    public async Task Resolve_OneThrows_IsCountedAndTheNextIsAsked()
    {
        await using GatewayHost host = await StartAsync(gateway => gateway
            .ResolveCaller(_ => throw new InvalidOperationException("A resolver that throws."))
            .ResolveCaller(_ => new CallerIdentity { Account = "second" }));

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That(
            (response.StatusCode, exchange.Caller.Account, host.Counters.ResolverFaults), Is.EqualTo((HttpStatusCode.OK, "second", 1L)));
    }

    private static async Task<CallerIdentity> ResolveAsync(Action<GatewayBuilder> gateway)
    {
        await using GatewayHost host = await StartAsync(gateway);
        await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        return (await host.Observer.NextAsync()).Caller;
    }

    private static Task<GatewayHost> StartAsync(Action<GatewayBuilder> gateway) => GatewayHost.StartAsync(new GatewaySetup
    {
        ResolvesItself = true,
        Gateway = gateway,
        Before = app => app.Use((context, next) =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity(
                [
                    new Claim("account", "acc"), new Claim("organization", "org"), new Claim("credential", "key-1"),
                    new Claim("payment", "pay"), new Claim("plan", "team"), new Claim("sub", "subject"),
                ],
                "test"));
            return next(context);
        }),
    });
}
