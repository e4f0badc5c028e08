// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Snapshots;
using DistillGuard.Geo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>Reloading as a host runs it.</summary>
public sealed class ReloadServiceTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Host_FileChanged_IsTakenOverWhileItRuns(CancellationToken stop)
    {
        using var state = new TemporaryState();
        string path = Path.Combine(state.Folder, "regions.json");
        File.WriteAllText(path, Policy("first"));
        var time = new FakeTimeProvider();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddDistillGuard(guard => guard.AddGeoOrigin()).AddReloading(options => options.Regions = path);
        using IHost host = builder.Build();
        await host.StartAsync(stop);
        DistillationGuard guard = host.Services.GetRequiredService<DistillationGuard>();
        Assert.That(guard.RegionsInUse()?.Name, Is.EqualTo("first"));

        File.WriteAllText(path, Policy("second, longer"));
        bool isTaken = SpinWait.SpinUntil(() => IsTakenAfterALook(guard, time), TimeSpan.FromSeconds(20));

        Assert.That(isTaken, Is.True);
        await host.StopAsync(stop);
    }

    private static bool IsTakenAfterALook(DistillationGuard guard, FakeTimeProvider time)
    {
        time.Advance(TimeSpan.FromSeconds(6));
        return guard.RegionsInUse()?.Name == "second, longer";
    }

    private static string Policy(string name) =>
        $$"""
        {"format": 1, "name": "{{name}}", "title": "Mine", "compiled": "2026-11-23",
         "sources": [{"url": "https://example.org", "date": "2026", "note": "made up"}], "caveats": [], "regions": ["CU"]}
        """;
}
