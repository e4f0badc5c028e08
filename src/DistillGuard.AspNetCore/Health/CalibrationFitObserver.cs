// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Calibration;

namespace DistillGuard.AspNetCore.Health;

/// <summary>Compares the traffic with the calibration in use, so that somebody learns when it has grown out of it.</summary>
/// <remarks>A request that finds another one here passes by: one more or less tells nothing, and none waits.</remarks>
internal sealed class CalibrationFitObserver : IExchangeObserver
{
    private readonly DistillationGuard _guard;
    private readonly Lock _gate = new();
    private GuardCalibration? _watched;
    private CalibrationWatch? _watch;

    public CalibrationFitObserver(DistillationGuard guard) => _guard = guard;

    public void Inspected(GuardedExchange exchange)
    {
        if (_guard.Calibration is not { IsDefault: false } calibration || !_gate.TryEnter())
        {
            return;
        }

        try
        {
            if (!ReferenceEquals(calibration, _watched))
            {
                _watched = calibration;
                _watch = new CalibrationWatch(calibration);
            }

            _watch!.Note(exchange.Time, in exchange.Verdict);
        }
        finally
        {
            _gate.Exit();
        }
    }

    public void Completed(GuardedExchange exchange)
    {
    }

    /// <summary>How the traffic so far compares; <see langword="null"/> when there is no calibration or no traffic.</summary>
    public CalibrationFit? Judge()
    {
        lock (_gate)
        {
            return _watch?.Judge();
        }
    }
}
