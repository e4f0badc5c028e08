// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Which calibration is used.</summary>
internal sealed class CalibrationSettings : IGuardOptions
{
    /// <summary>The file that <c>distillguard calibrate</c> wrote, made with the same secret. Default: none, and every bar is assumed.</summary>
    public GuardCalibration? File { get; set; }

    public void Validate(OptionsProblems problems)
    {
    }
}
