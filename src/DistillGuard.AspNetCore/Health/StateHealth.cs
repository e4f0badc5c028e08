// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Recording;
using DistillGuard.AspNetCore.Reloading;
using DistillGuard.AspNetCore.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace DistillGuard.AspNetCore.Health;

/// <summary>How reloading, snapshots and the recorder do, where they were added. Messages name files, never what stands in them.</summary>
internal static class StateHealth
{
    public static void Look(HealthReportBuilder report, IServiceProvider services)
    {
        LookAtFiles(report, services.GetService<ReloadStatus>());
        if (services.GetService<SnapshotStatus>() is { } snapshots)
        {
            report.Add("snapshot.saves", snapshots.Saves);
            report.DegradeIf(snapshots.Problem is not null, $"the guard's memory cannot be saved: {snapshots.Problem?.TrimEnd('.')}");
        }

        if (services.GetService<TrafficRecorder>() is { } recorder)
        {
            report.Add("recorder.written", recorder.Counters.Written);
            report.Add("recorder.dropped", recorder.Counters.Dropped);
            report.DegradeIf(recorder.Problem is not null, $"traffic cannot be recorded: {recorder.Problem?.TrimEnd('.')}");
        }
    }

    private static void LookAtFiles(HealthReportBuilder report, ReloadStatus? files)
    {
        foreach (ReloadState state in files?.States ?? [])
        {
            string name = "reload." + Telemetry.GuardTags.Snake(state.Kind.ToString());
            report.Add(name + ".version", state.Version);
            report.Add(name + ".outcome", state.Outcome.ToString());
            report.DegradeIf(state.Problem is not null, $"changed {state.Kind} are not usable, and what was in use stays: {state.Problem?.TrimEnd('.')}");
        }
    }
}
