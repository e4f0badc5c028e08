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

    // Some know at once and some must ask; those behind one that asks still have their turn, in order.
    [Test]
    public async Task Resolve_SomeAsk_AllHaveTheirTurnInOrder()
    {
        CallerIdentity caller = await ResolveAsync(gateway => gateway
            .ResolveCaller(_ => new CallerIdentity { Account = "first" })
            .ResolveCaller<AskingResolver>()
            .ResolveCaller(_ => throw new InvalidOperationException("A resolver that throws."))
            .ResolveCaller<AskingResolver>()
            .ResolveCaller(_ => new CallerIdentity { Account = "last", Payment = "last" }));

        Assert.That((caller.Account, caller.Plan, caller.Payment), Is.EqualTo(("first", "asked", "last")));
    }

    [Test]
    public async Task Resolve_OneThrowsAfterItAsked_IsCountedAndTheNextIsAsked()
    {
        await using GatewayHost host = await StartAsync(gateway => gateway
            .ResolveCaller<FailingResolver>()
            .ResolveCaller(_ => new CallerIdentity { Account = "second" })
            .ResolveCaller<FailingResolver>());

        using HttpResponseMessage response = await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((exchange.Caller.Account, host.Counters.ResolverFaults), Is.EqualTo(("second", 2L)));
    }

    [Test]
    public async Task Resolve_AClaimTwice_TheFirstHolds()
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext
        {
            User = new ClaimsPrincipal(
            [
                new ClaimsIdentity([new Claim("ACCOUNT", "one"), new Claim("account", "two")]),
                new ClaimsIdentity([new Claim("account", "three"), new Claim("plan", "team")]),
            ])
        };
        var caller = new CallerIdentity { Payment = "known" };

        await new ClaimsCallerResolver(new ClaimsCallerOptions()).ResolveAsync(context, caller);

        Assert.That((caller.Account, caller.Plan, caller.Payment), Is.EqualTo(("one", "team", "known")));
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

    private sealed class AskingResolver : ICallerResolver
    {
        public async ValueTask ResolveAsync(Microsoft.AspNetCore.Http.HttpContext context, CallerIdentity caller)
        {
            await Task.Yield();
            caller.Plan ??= "asked";
        }
    }

    private sealed class FailingResolver : ICallerResolver
    {
        public async ValueTask ResolveAsync(Microsoft.AspNetCore.Http.HttpContext context, CallerIdentity caller)
        {
            await Task.Yield();
            throw new InvalidOperationException("A resolver that asks in vain.");
        }
    }
}
