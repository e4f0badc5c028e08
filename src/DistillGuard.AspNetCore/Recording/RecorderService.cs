// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>Writes what the recorder takes note of, a few times a second, and the rest when the server has stopped.</summary>
internal sealed class RecorderService : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private readonly RecorderPump _pump;
    private readonly TimeProvider _time;

    public RecorderService(TrafficRecorder recorder, RecorderOptions options, RecorderTally tally, TimeProvider time, ILogger<RecorderService> log)
    {
        var problems = new OptionsProblems();
        options.Validate(problems);
        if (problems.Problems.Count > 0)
        {
            throw new GuardConfigurationException(problems.Problems);
        }

        _pump = new RecorderPump(recorder, options, tally, time, log);
        _time = time;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Behind the last answer: the server stops before this is called.
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        _pump.Finish();
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        _pump.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                _pump.Turn();
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
