// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>Takes files over before the first request, and looks for changes every interval.</summary>
internal sealed class ReloadService : BackgroundService, IHostedLifecycleService
{
    private readonly FileReloader _reloader;
    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;

    public ReloadService(DistillationGuard guard, ReloadOptions options, ReloadStatus status, TimeProvider time, ILogger<ReloadService> log)
    {
        var problems = new OptionsProblems();
        options.Validate(problems);
        if (problems.Problems.Count > 0)
        {
            throw new GuardConfigurationException(problems.Problems);
        }

        _reloader = new FileReloader(guard, options, status, time, log);
        _time = time;
        _interval = options.Interval;
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _reloader.Begin();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                _reloader.Look();
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
