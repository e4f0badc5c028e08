// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Snapshots;

/// <summary>Restores before the first request, saves every interval, and a last time when the server has stopped.</summary>
internal sealed class SnapshotService : BackgroundService, IHostedLifecycleService
{
    private readonly SnapshotKeeper _keeper;
    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;

    public SnapshotService(DistillationGuard guard, SnapshotOptions options, SnapshotStatus status, TimeProvider time, ILogger<SnapshotService> log)
    {
        Check(guard, options);
        _keeper = new SnapshotKeeper(guard, new SnapshotFile(options.Path), status, time, log);
        _time = time;
        _interval = options.Interval;
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _keeper.Restore();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Behind the last request: the server stops before this is called.
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        _keeper.Save();
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                _keeper.Save();
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private static void Check(DistillationGuard guard, SnapshotOptions options)
    {
        var problems = new OptionsProblems();
        options.Validate(problems);
        if (!guard.HasSecret)
        {
            problems.Add($"Snapshots: no secret is set, so no later process could use a snapshot; call {nameof(DistillationGuardBuilder.UseSecret)} when the guard is built.");
        }

        if (problems.Problems.Count > 0)
        {
            throw new GuardConfigurationException(problems.Problems);
        }
    }
}
