// SPDX-License-Identifier: MIT

using System.Net;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace DistillGuard.AspNetCore.Identity;

[CancelAfter(30_000)]
public sealed class ForwardedHeaderWatchTests
{
    [Test]
    public async Task Send_HeaderThatNobodyResolved_IsNotBelievedAndWarnedOfOnceWithoutAnyAddress()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup { Transport = Transport.Http1 });

        await SendAsync(host);
        await SendAsync(host);
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((exchange.Address!.MapToIPv4(), host.Counters.UnresolvedAddresses), Is.EqualTo((IPAddress.Loopback, 2L)));
        Assert.That(host.Logs.Lines.Single(), Does.Contain("UseForwardedHeaders").And.Not.Contain("203.0.113"));
    }

    [Test]
    public async Task Send_HeaderThatTheHostResolved_GivesTheClientsAddressAndNoWarning()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Transport = Transport.Http1,
            Before = app => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor }),
        });

        await SendAsync(host);
        GuardedExchange exchange = await host.Observer.NextAsync();

        Assert.That((exchange.Address, host.Logs.Lines.Count), Is.EqualTo((IPAddress.Parse("203.0.113.7"), 0)));
    }

    [Test]
    public async Task Send_NoHeader_IsNoCauseToWarn()
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup { Transport = Transport.Http1 });

        await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));

        Assert.That(host.Counters.UnresolvedAddresses, Is.Zero);
    }

    private static async Task SendAsync(GatewayHost host)
    {
        using HttpRequestMessage request = Samples.Post(Samples.ChatPath, Samples.Chat);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using HttpResponseMessage response = await host.Client.SendAsync(request);
    }
}
