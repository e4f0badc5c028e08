// SPDX-License-Identifier: MIT

using DistillGuard.Samples.Gateway;
using DistillGuard.Samples.Gateway.Findings;
using DistillGuard.Samples.Gateway.Traffic;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.Gateway.Tests.Findings;

/// <summary>The sample end to end: made-up customers send a day of traffic over HTTP, and the guard finds the campaign in it.</summary>
public sealed class SampleRunTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Test]
    public async Task ADayOfTraffic_WithACampaign_AccusesItAndNobodyElse()
    {
        var clock = new FastClock(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.Zero), speed: 17_280); // a day in five seconds
        await using SampleHost host = await SampleHost.StartAsync(configure: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        using var sender = new TrafficSender(host.Address, clock);
        using var patience = new CancellationTokenSource(Patience);

        await sender.SendAsync(TrafficPlan.OneDay(host.Customers, clock.GetUtcNow(), seed: 1), patience.Token);
        DistillationGuard guard = host.Gateway.Services.GetRequiredService<DistillationGuard>();
        guard.AnalyzeNow(clock.GetUtcNow());

        var watch = new CampaignWatch(guard, host.Gateway.Services.GetRequiredService<AccountNames>());
        Assert.That(watch.IsRight(TrafficPlan.CampaignOf(host.Customers).Count), string.Concat(watch.Accused));
    }
}
