// SPDX-License-Identifier: MIT

namespace DistillGuard.Calibration;

/// <summary>The calibration in use. It is replaced whole: a request reads it once and keeps what it read. Safe on any thread.</summary>
internal sealed class LiveCalibration
{
    private readonly CalibrationSetup _setup;
    private volatile CalibrationUse _current;

    public LiveCalibration(CalibrationSetup setup, CalibrationUse initial)
    {
        _setup = setup;
        _current = initial;
    }

    public CalibrationUse Current => _current;

    public CalibrationKey Key => _setup.Key;

    /// <summary>Replaces it, or keeps it when the new one does not fit.</summary>
    /// <exception cref="GuardConfigurationException">It does not fit; the message lists all reasons.</exception>
    public void Replace(GuardCalibration calibration)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var problems = new OptionsProblems();
        GuardCalibration? next = calibration.IsDefault ? null : calibration;
        _setup.CheckKey(next, problems);
        CalibrationUse use = _setup.Prepare(next, problems);
        problems.ThrowIfAny();
        _current = use;
    }
}
