// SPDX-License-Identifier: MIT

using System.Diagnostics.Metrics;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Groups;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>The instruments that are read when somebody asks: what guard and gateway count themselves.</summary>
internal sealed class GuardGauges
{
    private readonly DistillationGuard _guard;
    private readonly Gateway _gateway;
    private readonly WaitingExchanges _waiting;

    public GuardGauges(GuardInstruments instruments, DistillationGuard guard, Gateway gateway, WaitingExchanges waiting)
    {
        _guard = guard;
        _gateway = gateway;
        _waiting = waiting;
        Meter meter = instruments.Meter;
        Count(meter, InstrumentNames.Faults, Faults);
        Count(meter, InstrumentNames.DroppedSignals, () => _guard.Counters.DroppedSignals);
        Count(meter, InstrumentNames.Evictions, Evictions);
        Count(meter, InstrumentNames.AnalysisDrops, () => _guard.Counters.GroupDrops);
        Count(meter, InstrumentNames.Events, Events);
        Level(meter, InstrumentNames.Groups, Groups);
        Level(meter, InstrumentNames.Accounts, () => _guard.Counters.Accounts);
        Level(meter, InstrumentNames.InspectionsWaiting, () => _waiting.Count);
        Level(meter, InstrumentNames.Waiting, () => _guard.Counters.WaitingRecords);
    }

    private IEnumerable<Measurement<long>> Faults()
    {
        foreach (DetectorFaults faults in _guard.Faults)
        {
            yield return new(faults.Count, new(GuardTags.Source, "detector"), new(GuardTags.Detector, faults.Detector));
        }

        foreach (DetectorFaults faults in _guard.AnalyzerFaults)
        {
            yield return new(faults.Count, new(GuardTags.Source, "analyzer"), new(GuardTags.Detector, faults.Detector));
        }

        GatewayCounters gateway = _gateway.Counters;
        long named = _guard.Faults.Sum(faults => faults.Count) + _guard.AnalyzerFaults.Sum(faults => faults.Count);
        yield return Of(_guard.Counters.Faults - named, GuardTags.Source, "guard");
        yield return Of(gateway.ResolverFaults, GuardTags.Source, "resolver");
        yield return Of(gateway.ObserverFaults, GuardTags.Source, "observer");
        yield return Of(gateway.HandlerFaults, GuardTags.Source, "handler");
        yield return Of(gateway.Faults, GuardTags.Source, "gateway");
    }

    private IEnumerable<Measurement<long>> Evictions()
    {
        GuardCounters counters = _guard.Counters;
        yield return Of(counters.Evictions, GuardTags.Table, "subjects");
        yield return Of(counters.GroupEvictions, GuardTags.Table, "groups");
    }

    private IEnumerable<Measurement<long>> Groups()
    {
        IReadOnlyList<GroupFinding> groups = _guard.Groups;
        foreach (VerdictLevel level in Enum.GetValues<VerdictLevel>())
        {
            yield return new(groups.Count(group => group.Level == level), GuardTags.Of(level));
        }
    }

    private IEnumerable<Measurement<long>> Events()
    {
        GatewayCounters gateway = _gateway.Counters;
        yield return Of(gateway.PassedBy, GuardTags.Event, "passed_by");
        yield return Of(gateway.UnknownApis, GuardTags.Event, "unknown_api");
        yield return Of(gateway.UnknownPolicies, GuardTags.Event, "unknown_policy");
        yield return Of(gateway.UnresolvedAddresses, GuardTags.Event, "unresolved_address");
        yield return Of(gateway.LargeBodies, GuardTags.Event, "large_body");
        yield return Of(gateway.UnknownEncodings, GuardTags.Event, "unknown_encoding");
        yield return Of(gateway.BrokenBodies, GuardTags.Event, "broken_body");
        yield return Of(gateway.BatchUploads, GuardTags.Event, "batch_upload");
        yield return Of(gateway.CrowdedRequests, GuardTags.Event, "crowded_request");
        yield return Of(gateway.AbortedAnswers, GuardTags.Event, "aborted_answer");
        yield return Of(gateway.FailedAnswers, GuardTags.Event, "failed_answer");
        yield return Of(gateway.UnreadAnswers, GuardTags.Event, "unread_answer");
        yield return Of(gateway.MalformedAnswers, GuardTags.Event, "malformed_answer");
        yield return Of(gateway.TruncatedAnswers, GuardTags.Event, "truncated_answer");
        yield return Of(gateway.DroppedSignatures, GuardTags.Event, "dropped_signature");
        yield return Of(gateway.Throttled, GuardTags.Event, "throttled");
    }

    private static Measurement<long> Of(long value, string tag, string name) => new(value, new KeyValuePair<string, object?>(tag, name));

    private static void Count(Meter meter, InstrumentInfo info, Func<long> read) =>
        meter.CreateObservableCounter(info.Name, read, info.Unit, info.Description);

    private static void Count(Meter meter, InstrumentInfo info, Func<IEnumerable<Measurement<long>>> read) =>
        meter.CreateObservableCounter(info.Name, read, info.Unit, info.Description);

    private static void Level(Meter meter, InstrumentInfo info, Func<long> read) =>
        meter.CreateObservableUpDownCounter(info.Name, read, info.Unit, info.Description);

    private static void Level(Meter meter, InstrumentInfo info, Func<IEnumerable<Measurement<long>>> read) =>
        meter.CreateObservableUpDownCounter(info.Name, read, info.Unit, info.Description);
}
