// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Configuration;
using DistillGuard.AspNetCore.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Health;

public sealed class GuardHealthCheckTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    [Test]
    public async Task Check_AllWell_IsHealthyAndSaysWhatIsInUse()
    {
        await using GatewayHost host = await StartAsync();

        HealthReportEntry entry = await CheckAsync(host);

        Assert.That(entry.Status, Is.EqualTo(HealthStatus.Healthy));
        Assert.That(entry.Data["rules.version"], Is.EqualTo(host.Guard.Rules.Version));
        Assert.That(entry.Data["calibration.name"], Is.EqualTo("default"));
    }

    [Test]
    public async Task Check_DetectorThrew_IsDegraded()
    {
        await using GatewayHost host = await StartAsync();
        await SendAsync(host, "throws");

        HealthReportEntry entry = await CheckAsync(host);

        Assert.That(entry.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(entry.Description, Does.Contain("1 faults of late"));
    }

    [Test]
    public async Task Check_AskedTwice_SaysTheSame()
    {
        await using GatewayHost host = await StartAsync();
        await SendAsync(host, "throws");
        await CheckAsync(host);

        Assert.That((await CheckAsync(host)).Status, Is.EqualTo(HealthStatus.Degraded));
    }

    [Test]
    public async Task Check_FaultLongAgo_IsHealthyAgain()
    {
        await using GatewayHost host = await StartAsync();
        await SendAsync(host, "throws");
        await CheckAsync(host);
        _time.Advance(TimeSpan.FromMinutes(6));
        await CheckAsync(host);
        _time.Advance(TimeSpan.FromMinutes(6));

        Assert.That((await CheckAsync(host)).Status, Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task Check_FewerFaultsThanAllowed_IsHealthy()
    {
        await using GatewayHost host = await StartAsync(options => options.MaxFaults = 1);
        await SendAsync(host, "throws");

        Assert.That((await CheckAsync(host)).Status, Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task Check_MoreAccountsThanTheTableHolds_SaysTablesAreFull()
    {
        await using GatewayHost host = await StartAsync(
            options => options.MaxEvictions = 10, guard => guard.Configure(options => options.MaxAccounts = 64));
        for (int i = 0; i < 200; i++)
        {
            await SendAsync(host, $"account-{i}");
        }

        Assert.That((await CheckAsync(host)).Description, Does.Contain("tables are full"));
    }

    [Test]
    public async Task Check_GuardCannotBeBuilt_Fails()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDistillGuard(ConfiguredServices.Json("""{ "DistillGuard": { "Engine": { "MaxAccounts": 1 } } }"""));
        services.AddHealthChecks().AddDistillGuard();
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Unhealthy));
    }

    [Test]
    public async Task Check_OptionOutOfRange_SaysItsPath()
    {
        await using GatewayHost host = await StartAsync(options => options.MaxFaults = -1);

        HealthReportEntry entry = await CheckAsync(host);

        Assert.That(entry.Description + entry.Exception?.Message, Does.Contain("MaxFaults is -1"));
    }

    private async Task<HealthReportEntry> CheckAsync(GatewayHost host)
    {
        HealthReport report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries[GuardHealth.CheckName];
    }

    private Task<GatewayHost> StartAsync(Action<GuardHealthOptions>? options = null, Action<DistillationGuardBuilder>? guard = null) =>
        GatewayHost.StartAsync(new GatewaySetup
        {
            Time = _time,
            Guard = guard,
            Services = services => services.AddHealthChecks().AddDistillGuard(options),
        });

    private static async Task SendAsync(GatewayHost host, string account)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions");
        request.Headers.Add("x-account", account);
        request.Content = new StringContent("""{ "messages": [{ "role": "user", "content": "Hello." }] }""", System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await host.Client.SendAsync(request);
        host.InspectWaiting();
    }
}
