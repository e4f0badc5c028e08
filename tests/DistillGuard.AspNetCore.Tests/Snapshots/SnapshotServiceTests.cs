// SPDX-License-Identifier: MIT

using DistillGuard.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Snapshots;

/// <summary>Snapshots as a host runs them.</summary>
public sealed class SnapshotServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private TemporaryState _state = null!;
    private FakeTimeProvider _time = null!;

    [SetUp]
    public void Begin()
    {
        _state = new TemporaryState();
        _time = new FakeTimeProvider();
    }

    [TearDown]
    public void End() => _state.Dispose();

    [Test]
    [CancelAfter(60_000)]
    public async Task Host_StoppedAndStartedAgain_GoesOn(CancellationToken stop)
    {
        using (IHost first = Build())
        {
            await first.StartAsync(stop);
            TemporaryState.Send(first.Services.GetRequiredService<DistillationGuard>(), "a");
            await first.StopAsync(stop);
        }

        using IHost second = Build();
        await second.StartAsync(stop);

        Assert.That(TemporaryState.Send(second.Services.GetRequiredService<DistillationGuard>(), "a"), Is.EqualTo(2));
        await second.StopAsync(stop);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Host_AnIntervalLater_HasSaved(CancellationToken stop)
    {
        using IHost host = Build();
        await host.StartAsync(stop);
        SnapshotStatus status = host.Services.GetRequiredService<SnapshotStatus>();
        Assert.That(status.Saves, Is.Zero);

        bool hasSaved = SpinWait.SpinUntil(() => HasSavedAfterAMinute(status), Patience);

        Assert.That(hasSaved, Is.True);
        Assert.That(File.Exists(_state.Path), Is.True);
        await host.StopAsync(stop);
    }

    [Test]
    [CancelAfter(60_000)]
    public void Host_NoPathAndNoSecret_SaysBothAtTheStart(CancellationToken stop)
    {
        using IHost host = Build(guard => guard.AddSnapshots(options => options.Path = string.Empty), secret: false);

        Assert.That(
            async () => await host.StartAsync(stop),
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("Path is empty").And.Message.Contains("UseSecret"));
    }

    private bool HasSavedAfterAMinute(SnapshotStatus status)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        return status.Saves > 0;
    }

    private IHost Build(Action<DistillGuardServiceBuilder>? change = null, bool secret = true)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton<TimeProvider>(_time);
        DistillGuardServiceBuilder guard = builder.Services.AddDistillGuard(inner =>
        {
            if (secret)
            {
                inner.UseSecret(TemporaryState.Secret);
            }
        });
        guard.AddSnapshots(options => options.Path = _state.Path);
        change?.Invoke(guard);
        return builder.Build();
    }
}
