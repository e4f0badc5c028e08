// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>Every instrument, as it is documented.</summary>
internal static class InstrumentNames
{
    public static readonly InstrumentInfo Exchanges = new(
        "distillguard.exchanges", "{exchange}", "Requests the guard was asked about, each item of a batch by itself.", GuardTags.Api, GuardTags.Outcome);

    public static readonly InstrumentInfo NotEvaluated = new(
        "distillguard.exchanges.not_evaluated",
        "{exchange}",
        "Requests that were not evaluated, which is never the same as clean.",
        GuardTags.Api,
        GuardTags.Reason);

    public static readonly InstrumentInfo Verdicts = new(
        "distillguard.verdicts", "{verdict}", "Verdicts on evaluated requests, by how the account stands.", GuardTags.Api, GuardTags.Level);

    public static readonly InstrumentInfo Signals = new(
        "distillguard.signals",
        "{signal}",
        "Signals of detectors on requests; policy outcomes never weigh anything.",
        GuardTags.Family,
        GuardTags.Policy);

    public static readonly InstrumentInfo Actions = new(
        "distillguard.actions",
        "{action}",
        "Requests for which a policy calls for more than observing, done or only weighed.",
        GuardTags.Action,
        GuardTags.DryRun);

    public static readonly InstrumentInfo InspectDuration = new(
        "distillguard.inspect.duration", "s", "Time the guard took to look at a request; the customer waits for it where the policy does more than observe.", GuardTags.Api);

    public static readonly InstrumentInfo InspectionsWaiting = new(
        "distillguard.inspect.waiting", "{exchange}", "Requests and answers that went on and wait for the guard to look at them.");

    public static readonly InstrumentInfo RequestSize = new(
        "distillguard.request.body.size", "By", "Request bodies that were looked at, decompressed.", GuardTags.Api);

    public static readonly InstrumentInfo ResponseSize = new(
        "distillguard.response.body.size", "By", "Answers as sent to the client.", GuardTags.Api);

    public static readonly InstrumentInfo TokenUsage = new(
        "distillguard.token.usage",
        "{token}",
        "Tokens that the provider billed, as its answers say.",
        GuardTags.Operation,
        GuardTags.Provider,
        GuardTags.TokenType);

    public static readonly InstrumentInfo LookDuration = new(
        "distillguard.analysis.duration", "s", "Time a look for groups of accounts took; no request waits for it.");

    public static readonly InstrumentInfo Faults = new(
        "distillguard.faults",
        "{fault}",
        "What threw and was skipped; the request went on.",
        GuardTags.Source,
        GuardTags.Detector);

    public static readonly InstrumentInfo DroppedSignals = new("distillguard.signals.dropped", "{signal}", "Signals that found no room.");

    public static readonly InstrumentInfo Groups = new(
        "distillguard.groups", "{group}", "Groups of accounts known at the latest look.", GuardTags.Level);

    public static readonly InstrumentInfo Accounts = new("distillguard.accounts", "{account}", "Accounts remembered.");

    public static readonly InstrumentInfo Evictions = new(
        "distillguard.evictions", "{subject}", "What was forgotten to make room, before its time.", GuardTags.Table);

    public static readonly InstrumentInfo Waiting = new(
        "distillguard.analysis.waiting", "{exchange}", "Requests that wait for the analysis plane to take them in.");

    public static readonly InstrumentInfo AnalysisDrops = new(
        "distillguard.analysis.dropped", "{exchange}", "Requests that the analysis plane did not take in, or not wholly.");

    public static readonly InstrumentInfo Events = new(
        "distillguard.gateway.events", "{event}", "What befell requests and answers on their way, by kind.", GuardTags.Event);

    public static readonly InstrumentInfo Recorded = new(
        "distillguard.recorder.exchanges",
        "{exchange}",
        "What became of exchanges at the recorder: a line written, dropped because too many were under way, lost because the disk failed, or without an account.",
        GuardTags.Recorded);

    public static readonly InstrumentInfo RecorderFiles = new(
        "distillguard.recorder.files", "{file}", "Files of the traffic log begun; it says how often the log rotates.");

    public static readonly InstrumentInfo RecorderWaiting = new(
        "distillguard.recorder.waiting", "{exchange}", "Exchanges under way, or waiting for their line to be written.");

    public static readonly InstrumentInfo Snapshots = new(
        "distillguard.snapshots", "{snapshot}", "Attempts to save the guard's memory since the start.", GuardTags.Saved);

    public static readonly InstrumentInfo SnapshotSize = new("distillguard.snapshot.size", "By", "Length of the snapshot saved last.");

    public static readonly InstrumentInfo SnapshotDuration = new("distillguard.snapshot.duration", "s", "Time that saving it took; no request waits for it.");

    public static readonly InstrumentInfo SnapshotAge = new(
        "distillguard.snapshot.age", "s", "Time since the memory was saved; before the first time, the age of the snapshot that the guard went on from.");

    public static IReadOnlyList<InstrumentInfo> All { get; } =
    [
        Exchanges, NotEvaluated, Verdicts, Signals, Actions, InspectDuration, InspectionsWaiting, RequestSize, ResponseSize, TokenUsage, LookDuration,
        Faults, DroppedSignals, Groups, Accounts, Evictions, Waiting, AnalysisDrops, Events,
        Recorded, RecorderFiles, RecorderWaiting, Snapshots, SnapshotSize, SnapshotDuration, SnapshotAge,
    ];
}
