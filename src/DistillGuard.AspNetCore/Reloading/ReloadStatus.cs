// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>Versions in use, and how the latest attempts to replace them ended: for health checks and pages. Safe on any thread.</summary>
public sealed class ReloadStatus
{
    private readonly DistillationGuard _guard;
    private readonly ReloadState[] _states = new ReloadState[Enum.GetValues<ReloadKind>().Length];
    private readonly Lock _gate = new();

    internal ReloadStatus(DistillationGuard guard, ReloadOptions options)
    {
        _guard = guard;
        _states[(int)ReloadKind.Rules] = New(ReloadKind.Rules, [.. options.Rules]);
        _states[(int)ReloadKind.Calibration] = New(ReloadKind.Calibration, options.Calibration is { } calibration ? [calibration] : []);
        _states[(int)ReloadKind.Regions] = New(ReloadKind.Regions, options.Regions is { } regions ? [regions] : []);
    }

    /// <summary>Rules, calibration and regions, in this order, as they are now.</summary>
    public IReadOnlyList<ReloadState> States
    {
        get
        {
            lock (_gate)
            {
                return [.. _states.Select(WithVersion)];
            }
        }
    }

    /// <summary>Whether any files were not usable when last tried.</summary>
    public bool HasProblem => States.Any(static state => state.Problem is not null);

    /// <summary>
    /// Whether the calibration was made with the rules in use: with others, scores are distributed otherwise. <see langword="true"/> without a
    /// calibration.
    /// </summary>
    public bool IsCalibrationOfRules => _guard.Calibration is not { } calibration || calibration.Rules == _guard.Rules.Version;

    internal void Note(ReloadKind kind, DateTimeOffset time, string? problem)
    {
        lock (_gate)
        {
            ref ReloadState state = ref _states[(int)kind];
            state = state with
            {
                Attempted = time,
                Applied = problem is null ? time : state.Applied,
                Outcome = problem is null ? ReloadOutcome.Applied : ReloadOutcome.Kept,
                Problem = problem,
            };
        }
    }

    private static ReloadState New(ReloadKind kind, string[] files) => new() { Kind = kind, Files = files, Version = string.Empty };

    private ReloadState WithVersion(ReloadState state) => ReloadTargets.Describe(_guard, state);
}
