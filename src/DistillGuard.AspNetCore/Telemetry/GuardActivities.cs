// SPDX-License-Identifier: MIT

using System.Diagnostics;
using DistillGuard.AspNetCore.Exchanges;

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>Writes one span for every inspection, when somebody listens.</summary>
internal sealed class GuardActivities : IDisposable
{
    /// <summary>Name of the spans.</summary>
    public const string Inspection = "distillguard.inspect";

    private readonly ActivitySource _source = new(GuardInstruments.Name);

    /// <summary>Writes the span of an inspection that is over.</summary>
    public void Write(GuardedExchange exchange)
    {
        if (!_source.HasListeners())
        {
            return;
        }

        // Beside the request, its own activity is no longer the current one, and may have ended.
        using Activity? activity = _source.CreateActivity(Inspection, ActivityKind.Internal, exchange.Parent?.Context ?? default);
        if (activity is null)
        {
            return;
        }

        // Its start lies behind us, so the source may not start it by the clock.
        activity.SetStartTime(exchange.Time.UtcDateTime).Start();
        Describe(activity, exchange);
        activity.SetEndTime(exchange.Time.UtcDateTime + exchange.InspectDuration);
    }

    public void Dispose() => _source.Dispose();

    private static void Describe(Activity activity, GuardedExchange exchange)
    {
        Add(activity, GuardTags.Of(exchange.Api));
        if (!exchange.Verdict.IsEvaluated)
        {
            Add(activity, GuardTags.NotEvaluated);
            Add(activity, GuardTags.Of(exchange.Verdict.NotEvaluated));
            return;
        }

        Add(activity, GuardTags.Evaluated);
        Add(activity, GuardTags.Of(exchange.Verdict.Level));
        Add(activity, GuardTags.Of(exchange.Action));
        Add(activity, GuardTags.IsDryRun(exchange.IsDryRun));
        activity.SetTag("distillguard.score", (double)exchange.Verdict.Score);
        activity.SetTag("distillguard.bar", (double)exchange.Verdict.Bar);
    }

    private static void Add(Activity activity, KeyValuePair<string, object?> tag) => activity.SetTag(tag.Key, tag.Value);
}
