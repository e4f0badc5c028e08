// SPDX-License-Identifier: MIT

using DistillGuard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.DependencyInjection;

public sealed class DistillGuardServicesTests
{
    [Test]
    public void AddDistillGuard_Twice_GivesOneGuardWithBothConfigurations()
    {
        var services = new ServiceCollection();
        services.AddDistillGuard(guard => guard.AddRateAnomaly());
        services.AddDistillGuard(guard => guard.Add("second", _ => new DelegateDetector("second")));
        using ServiceProvider provider = services.BuildServiceProvider();

        DistillationGuard[] guards = [.. provider.GetServices<DistillationGuard>()];

        Assert.That(guards.Single().Faults, Has.Count.EqualTo(2));
    }

    [Test]
    public void AddDistillGuard_ResolvedTwice_IsTheSameGuard()
    {
        var services = new ServiceCollection();
        services.AddDistillGuard();
        using ServiceProvider provider = services.BuildServiceProvider();

        DistillationGuard first = provider.GetRequiredService<DistillationGuard>();

        Assert.That(provider.GetRequiredService<DistillationGuard>(), Is.SameAs(first));
    }

    [Test]
    public void Configure_SeveralSteps_RunOnceInTheOrderGiven()
    {
        var order = new List<int>();
        var services = new ServiceCollection();
        services.AddDistillGuard(_ => order.Add(1)).Configure(_ => order.Add(2));
        services.AddDistillGuard(_ => order.Add(3));
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<DistillationGuard>();
        provider.GetRequiredService<DistillationGuard>();

        Assert.That(order, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public void Configure_WithServices_SeesWhatTheContainerHolds()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new GuardOptions { MaxAccounts = 64 });
        services.AddDistillGuard().Configure((provider, guard) =>
            guard.Configure(options => options.MaxAccounts = provider.GetRequiredService<GuardOptions>().MaxAccounts));
        using ServiceProvider provider = services.BuildServiceProvider();
        DistillationGuard guard = provider.GetRequiredService<DistillationGuard>();
        for (int i = 0; i < 100; i++)
        {
            guard.Inspect(Samples.Request("account-" + i));
        }

        Assert.That(guard.Counters.Accounts, Is.EqualTo(64));
    }

    [Test]
    public void Resolve_FaultyConfiguration_ThrowsTheListOfProblems()
    {
        var services = new ServiceCollection();
        services.AddDistillGuard(guard => guard.Configure(options => options.MaxAccounts = 0));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<DistillationGuard>(), Throws.TypeOf<GuardConfigurationException>());
    }

    [Test]
    public void Build_TwoContainersFromOneCollection_GivesEachItsOwnGuard()
    {
        var services = new ServiceCollection();
        services.AddDistillGuard(guard => guard.AddRateAnomaly());
        using ServiceProvider first = services.BuildServiceProvider();
        using ServiceProvider second = services.BuildServiceProvider();

        Assert.That(first.GetRequiredService<DistillationGuard>(), Is.Not.SameAs(second.GetRequiredService<DistillationGuard>()));
    }

    [Test]
    public void AddDistillGuard_NoServices_Throws() =>
        Assert.That(() => ((IServiceCollection)null!).AddDistillGuard(), Throws.ArgumentNullException);
}
