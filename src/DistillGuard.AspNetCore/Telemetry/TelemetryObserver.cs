// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>Turns exchanges into metrics and spans. It allocates nothing unless somebody listens to spans.</summary>
internal sealed class TelemetryObserver : IExchangeObserver
{
    private readonly GuardInstruments _instruments;
    private readonly GuardActivities _activities;

    /// <param name="instruments">What is written to.</param>
    /// <param name="activities">What writes spans.</param>
    /// <param name="gauges">Asked for here, they come to life with the first request at the latest.</param>
    /// <param name="state">For the same reason.</param>
    public TelemetryObserver(GuardInstruments instruments, GuardActivities activities, GuardGauges gauges, StateGauges state)
    {
        ArgumentNullException.ThrowIfNull(gauges);
        ArgumentNullException.ThrowIfNull(state);
        _instruments = instruments;
        _activities = activities;
    }

    public void Inspected(GuardedExchange exchange)
    {
        ref readonly Verdict verdict = ref exchange.Verdict;
        KeyValuePair<string, object?> api = GuardTags.Of(exchange.Api);
        _instruments.Exchanges.Add(1, api, verdict.IsEvaluated ? GuardTags.Evaluated : GuardTags.NotEvaluated);
        if (verdict.IsEvaluated)
        {
            _instruments.Verdicts.Add(1, api, GuardTags.Of(verdict.Level));
        }
        else
        {
            _instruments.NotEvaluated.Add(1, api, GuardTags.Of(verdict.NotEvaluated));
        }

        foreach (Signal signal in verdict.Signals)
        {
            _instruments.Signals.Add(1, GuardTags.Of(signal.Info.Family), GuardTags.IsPolicy(signal.Info.IsPolicy));
        }

        if (exchange.Action != GuardAction.Observe)
        {
            _instruments.Actions.Add(1, GuardTags.Of(exchange.Action), GuardTags.IsDryRun(exchange.IsDryRun));
        }

        _instruments.InspectDuration.Record(exchange.InspectDuration.TotalSeconds, api);
        if (!exchange.RequestBody.IsEmpty)
        {
            _instruments.RequestSize.Record(exchange.RequestBody.Length, api);
        }

        _activities.Write(exchange);
    }

    public void Completed(GuardedExchange exchange)
    {
        // Items of a batch share one answer, which is not theirs.
        if (exchange.BatchItem > 0)
        {
            return;
        }

        _instruments.ResponseSize.Record(exchange.Answer.Bytes, GuardTags.Of(exchange.Api));
        Record(exchange.Api, exchange.Answer.InputTokens, GuardTags.InputTokens);
        Record(exchange.Api, exchange.Answer.OutputTokens, GuardTags.OutputTokens);
    }

    private void Record(ApiKind api, long tokens, KeyValuePair<string, object?> type)
    {
        if (tokens > 0)
        {
            _instruments.TokenUsage.Record(tokens, GuardTags.OperationTag(api), GuardTags.ProviderTag(api), type);
        }
    }
}
