// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Logging;

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>Takes changed files over, or says why not; nothing in it throws at the host. One call at a time.</summary>
internal sealed partial class FileReloader
{
    private readonly DistillationGuard _guard;
    private readonly ReloadOptions _options;
    private readonly ReloadStatus _status;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly string?[] _seen = new string?[Enum.GetValues<ReloadKind>().Length];
    private readonly string?[] _tried = new string?[Enum.GetValues<ReloadKind>().Length];

    public FileReloader(DistillationGuard guard, ReloadOptions options, ReloadStatus status, TimeProvider time, ILogger log)
    {
        _guard = guard;
        _options = options;
        _status = status;
        _time = time;
        _log = log;
    }

    /// <summary>Takes over what the files say now, however fresh they are: at the start nothing else is there to wait for.</summary>
    public void Begin()
    {
        foreach (ReloadState state in Watched())
        {
            Apply(state, FileStamps.Of(state.Files));
        }
    }

    /// <summary>Takes over files that have changed since they were last tried, and not since the last look.</summary>
    public void Look()
    {
        foreach (ReloadState state in Watched())
        {
            string stamp = FileStamps.Of(state.Files);
            bool isSettled = stamp == _seen[(int)state.Kind];
            _seen[(int)state.Kind] = stamp;
            if (isSettled && stamp != _tried[(int)state.Kind])
            {
                Apply(state, stamp);
            }
        }
    }

    private IEnumerable<ReloadState> Watched() => _status.States.Where(static state => state.Files.Count > 0);

    private void Apply(ReloadState state, string stamp)
    {
        string? problem = null;
        try
        {
            ReloadTargets.Apply(_guard, state.Kind, state.Files, _options.WithBuiltInRules);
        }
        catch (Exception error)
        {
            problem = error.Message;
        }

        // Written to while it was read: whatever came of it, it is tried again when it has settled.
        _tried[(int)state.Kind] = FileStamps.Of(state.Files) == stamp ? stamp : null;
        _seen[(int)state.Kind] = stamp;
        _status.Note(state.Kind, _time.GetUtcNow(), problem);
        if (problem is null)
        {
            LogApplied(state.Kind, _status.States[(int)state.Kind].Version);
            WarnOfRules(state.Kind);
        }
        else
        {
            LogKept(state.Kind, state.Version, problem);
        }
    }

    private void WarnOfRules(ReloadKind kind)
    {
        if (kind != ReloadKind.Regions && !_status.IsCalibrationOfRules)
        {
            LogOtherRules(_guard.Calibration?.Name ?? string.Empty, _guard.Calibration?.Rules ?? string.Empty, _guard.Rules.Version);
        }
    }

    [LoggerMessage(11, LogLevel.Information, "{Kind} were taken over: {Version}")]
    private partial void LogApplied(ReloadKind kind, string version);

    [LoggerMessage(12, LogLevel.Error, "{Kind} were not taken over, and {Version} stays in use; they are tried again when a file changes. {Problem}")]
    private partial void LogKept(ReloadKind kind, string version, string problem);

    [LoggerMessage(13, LogLevel.Warning, "The calibration {Name} was made with the rules {Made}, and {Used} are in use: its bars are those of other scores. Calibrate again.")]
    private partial void LogOtherRules(string name, string made, string used);
}
