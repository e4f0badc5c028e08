// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Hosting;

[CancelAfter(30_000)]
public sealed class GatewayStartTests
{
    [Test]
    public async Task UseDistillGuard_NoGatewayRegistered_SaysWhatToCall()
    {
        await using WebApplication app = WebApplication.CreateSlimBuilder().Build();

        Assert.That(() => app.UseDistillGuard(), Throws.InvalidOperationException.With.Message.Contains("AddGateway"));
    }

    [Test]
    public void Start_OptionsThatContradictThemselves_FailsWithAllProblems() =>
        Assert.That(
            async () => await GatewayHost.StartAsync(new GatewaySetup
            {
                Gateway = gateway => gateway.Configure(options =>
                {
                    options.MaxBodyBytes = 1;
                    options.MaxSignatures = -1;
                }),
            }),
            Throws.TypeOf<GuardConfigurationException>().With.Property(nameof(GuardConfigurationException.Problems)).Count.EqualTo(2));

    [Test]
    public async Task Start_TimePasses_LetsTheGuardLookForGroups()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup { Time = time, Guard = guard => guard.AddGroupAnalyzers() });
        await host.Client.SendAsync(Samples.Post(Samples.ChatPath, Samples.Chat));
        host.InspectWaiting();
        int waiting = host.Guard.Counters.WaitingRecords;

        Assert.That(waiting, Is.EqualTo(1));
        Assert.That(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return host.Guard.Counters.WaitingRecords;
            },
            Is.Zero.After(5_000, 20));
    }

    [Test]
    public void AddGateway_Twice_IsOneGatewayWithBothConfigurations()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDistillGuard().AddGateway(gateway => gateway.AddPolicy("a", _ => { })).AddGateway(gateway => gateway.AddPolicy("b", _ => { }));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That(provider.GetServices<GatewayOptions>().Single().Policies.Keys, Is.EquivalentTo(new[] { "a", "b" }));
    }
}
