// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>The recorder as a host runs it.</summary>
public sealed class RecorderServiceTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Host_Stopped_HasWrittenEverything(CancellationToken stop)
    {
        using var state = new TemporaryState();
        using IHost host = Build(options =>
        {
            options.Folder = state.Folder;
            options.Key = TemporaryState.Secret;
        });
        await host.StartAsync(stop);
        IExchangeObserver observer = host.Services.GetRequiredService<IExchangeObserver>();
        GuardedExchange exchange = SampleExchanges.Make("ann");
        observer.Inspected(exchange);
        exchange.Answer();
        observer.Completed(exchange);

        await host.StopAsync(stop);

        Assert.That(host.Services.GetRequiredService<TrafficRecorder>().Counters.Written, Is.EqualTo(1));
        Assert.That(Directory.GetFiles(state.Folder), Has.Length.EqualTo(1).And.All.EndsWith(".jsonl.gz"));
    }

    [Test]
    [CancelAfter(60_000)]
    public void Host_NoFolderAndNoKey_SaysBothAtTheStart(CancellationToken stop)
    {
        using IHost host = Build(static _ => { });

        Assert.That(
            async () => await host.StartAsync(stop),
            Throws.TypeOf<GuardConfigurationException>().With.Message.Contains("Recorder.Folder").And.Message.Contains("Recorder.Key"));
    }

    private static IHost Build(Action<RecorderOptions> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddDistillGuard().AddRecorder(configure);
        return builder.Build();
    }
}
