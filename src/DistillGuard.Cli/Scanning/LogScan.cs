// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Cli.Findings;
using DistillGuard.Cli.Output;
using DistillGuard.Requests;
using DistillGuard.TrafficLogs;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Scanning;

/// <summary>Replays logs through the engine, on the logs' own clock.</summary>
internal sealed class LogScan
{
    private const int EntriesBetweenLooks = 256;

    private readonly DistillationGuard _guard;
    private readonly CalibrationRecorder? _recorder;
    private readonly IReplayObserver? _observer;
    private readonly CalibrationWatch? _watch;
    private readonly FindingsCollector _collector;

    private LogScan(DistillationGuard guard, CalibrationRecorder? recorder, IReplayObserver? observer, bool forReport)
    {
        _observer = observer;
        _collector = new FindingsCollector(forReport);
        _guard = guard;
        _recorder = recorder;
        _watch = guard.Calibration is { } calibration ? new CalibrationWatch(calibration) : null;
    }

    /// <summary>Reads everything and gives what was found.</summary>
    /// <exception cref="ToolException">A log cannot be read to its end, or is no traffic log.</exception>
    /// <exception cref="OperationCanceledException">Somebody stopped it.</exception>
    public static ScanResult Run(
        ScanSettings settings,
        GuardSetup setup,
        LogInputs inputs,
        ToolConsole console,
        CancellationToken cancellation,
        CalibrationRecorder? recorder = null,
        IReplayObserver? observer = null)
    {
        long started = console.Time.GetTimestamp();
        var scan = new LogScan(setup.Guard, recorder, observer, settings.Report is not null);
        scan.ReadAll(inputs, new ProgressLine(console), cancellation);
        TimeSpan elapsed = console.Time.GetElapsedTime(started);
        CheckIsTrafficLog(inputs.Log);
        return new ScanResult
        {
            Log = inputs.Log.Counters,
            Problems = inputs.Log.Problems,
            Guard = setup.Guard.Counters,
            Setup = setup,
            Budget = GuardSetup.BudgetOf(settings),
            Collected = scan._collector,
            Accounts = scan._collector.Accused(),
            Watch = scan._collector.Watched(),
            Groups = scan._collector.Groups.Accused,
            GroupWatch = scan._collector.Groups.Watched,
            Regions = scan._collector.Regions.Rows(),
            Notes = scan._collector.Notes.Rows(),
            Fit = scan._watch?.Judge(),
            Elapsed = elapsed,
        };
    }

    private void ReadAll(LogInputs inputs, ProgressLine progress, CancellationToken cancellation)
    {
        try
        {
            int untilLook = EntriesBetweenLooks;
            while (inputs.Log.Read(out TrafficLogEntry entry))
            {
                if (--untilLook == 0)
                {
                    untilLook = EntriesBetweenLooks;
                    cancellation.ThrowIfCancellationRequested();
                    progress.Show(inputs.BytesRead, inputs.TotalBytes, _collector.Exchanges);
                }

                Replay(in entry);
            }

            cancellation.ThrowIfCancellationRequested();
            if (_collector.To is { } end && _guard.AnalyzeNow(end))
            {
                _collector.Note(_guard.Groups);
            }
        }
        catch (TrafficLogException exception)
        {
            throw new ToolException(exception.Message, exception);
        }
        finally
        {
            progress.Clear();
        }
    }

    private void Replay(in TrafficLogEntry entry)
    {
        LookForGroups(entry.Time);
        switch (entry.Kind)
        {
            case TrafficLogEntryKind.Exchange:
                ReplayExchange(in entry);
                break;
            case TrafficLogEntryKind.Enforcement:
                _guard.Record(new EnforcementNotice { Time = entry.Time, Account = entry.Caller.Account, Action = entry.Action });
                break;
            default:
                _guard.RecordRelease(entry.Time, entry.Model);
                break;
        }
    }

    // Before the entry of that time: a look sees what came before it, never what comes after.
    private void LookForGroups(DateTimeOffset time)
    {
        if (_guard.Analyze(time))
        {
            _collector.Note(_guard.Groups);
            _recorder?.NoteGroups();
        }
    }

    private void ReplayExchange(in TrafficLogEntry entry)
    {
        var request = new InferenceRequest
        {
            Time = entry.Time,
            Caller = entry.Caller,
            Api = entry.Api,
            Model = entry.Model,
            Stream = entry.Stream ?? false,
            Conversation = entry.Conversation,
            EndUser = entry.EndUser,
        };
        Verdict verdict = _guard.Inspect(in request, entry.Request);
        _collector.Count(entry.Time);
        _collector.Add(entry.Caller.Account, entry.Time, in verdict);
        _recorder?.Note(entry.Time, in verdict);
        _observer?.Note(in entry, in verdict);
        _watch?.Note(entry.Time, in verdict);
        if (entry.Response.IsKnown)
        {
            _guard.Observe(Outcome(in entry, in verdict));
        }
    }

    // The log knows when a request came, not when its answer ended for certain: the outcome is told at the request's
    // time.
    private static InferenceOutcome Outcome(in TrafficLogEntry entry, in Verdict verdict) => new()
    {
        Subjects = verdict.Subjects,
        Time = entry.Time,
        Status = entry.Response.Status ?? 0,
        InputTokens = entry.Response.InputTokens ?? 0,
        OutputTokens = entry.Response.OutputTokens ?? 0,
        Refusal = entry.Response.Refusal,
        FinishReason = entry.Response.FinishReason,
        ReasoningSignatures = entry.Response.ReasoningSignatures,
    };

    // A wrong file must not look like clean traffic.
    private static void CheckIsTrafficLog(MergedTrafficLog log)
    {
        TrafficLogCounters counters = log.Counters;
        if (counters.Lines > 0 && counters.Lines == counters.Skipped)
        {
            throw new ToolException(
                $"none of the {counters.Lines} lines is of a traffic log; the first problem: {log.Problems[0]}");
        }
    }
}
