// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Health;

/// <summary>From where on the guard's health counts as degraded.</summary>
public sealed class GuardHealthOptions : IGuardOptions
{
    /// <summary>Within what time faults, drops and forgotten subjects are counted. One minute to one day; default five minutes.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Faults of guard, detectors, observers and handlers within the window that are still well. 0 to 1,000,000; default 0.</summary>
    public int MaxFaults { get; set; }

    /// <summary>Requests that the analysis plane dropped within the window that are still well. 0 to 1,000,000,000; default 0.</summary>
    public int MaxDrops { get; set; }

    /// <summary>
    /// Subjects forgotten to make room within the window that are still well: a table that is full forgets those not seen for long. 0 to 1,000,000,000;
    /// default 1,000.
    /// </summary>
    public int MaxEvictions { get; set; } = 1_000;

    /// <summary>Requests that may wait for the analysis plane. 0 to 1,048,576; default 8,192, half of the usual queue.</summary>
    public int MaxWaiting { get; set; } = 8_192;

    /// <summary>How old the traffic of a calibration may be. One day to 3,650 days; default 90 days.</summary>
    public TimeSpan MaxCalibrationAge { get; set; } = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(Window), Window, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        problems.CheckRange(nameof(MaxFaults), MaxFaults, 0, 1_000_000);
        problems.CheckRange(nameof(MaxDrops), MaxDrops, 0, 1_000_000_000);
        problems.CheckRange(nameof(MaxEvictions), MaxEvictions, 0, 1_000_000_000);
        problems.CheckRange(nameof(MaxWaiting), MaxWaiting, 0, 1_048_576);
        problems.CheckRange(nameof(MaxCalibrationAge), MaxCalibrationAge, TimeSpan.FromDays(1), TimeSpan.FromDays(3_650));
    }
}
