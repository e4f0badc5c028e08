// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Calibration;
using DistillGuard.Cli.Findings;

namespace DistillGuard.Load.Replaying;

/// <summary>Collects what the guard in the gateway says, as a scan collects it; and says when an exchange is over.</summary>
/// <remarks>One exchange at a time, as in a scan.</remarks>
internal sealed class ReplayObserver : IExchangeObserver, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CalibrationWatch? _watch;
    private readonly SemaphoreSlim _completed = new(0);

    public ReplayObserver(GuardCalibration? calibration) =>
        _watch = calibration is null ? null : new CalibrationWatch(calibration);

    /// <summary>What was collected.</summary>
    public FindingsCollector Collector { get; } = new();

    /// <summary>Whether the traffic looks like that of the calibration; <see langword="null"/> without one.</summary>
    public CalibrationFit? Fit => _watch?.Judge();

    public void Inspected(GuardedExchange exchange)
    {
        Collector.Count(exchange.Time);
        Collector.Add(exchange.Caller.Account, exchange.Time, in exchange.Verdict);
        _watch?.Note(exchange.Time, in exchange.Verdict);
    }

    public void Completed(GuardedExchange exchange) => _completed.Release();

    /// <summary>Waits until the guard knows how the last exchange ended.</summary>
    /// <exception cref="TimeoutException">It never came to know.</exception>
    public async Task CompletedAsync()
    {
        if (!await _completed.WaitAsync(Patience))
        {
            throw new TimeoutException("The gateway answered, but the guard was never told that the exchange is over.");
        }
    }

    public void Dispose() => _completed.Dispose();
}
