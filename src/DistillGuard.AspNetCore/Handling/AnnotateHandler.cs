// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Policies;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>Tells the upstream what the guard thinks, in two request headers. Those of a client were taken away before.</summary>
internal sealed class AnnotateHandler : IVerdictHandler
{
    private readonly GatewayOptions _options;

    public AnnotateHandler(GatewayOptions options) => _options = options;

    public GuardAction Action => GuardAction.Annotate;

    public ValueTask<bool> HandleAsync(HttpContext context, GuardedExchange exchange, ActivePolicy policy)
    {
        ref readonly Verdict verdict = ref exchange.Verdict;
        context.Request.Headers[_options.LevelHeader] = verdict.IsEvaluated ? NameOf(verdict.Level) : "not-evaluated";
        context.Request.Headers[_options.VerdictHeader] = exchange.Id;
        return ValueTask.FromResult(false);
    }

    private static string NameOf(VerdictLevel level) => level switch
    {
        VerdictLevel.High => "high",
        VerdictLevel.Elevated => "elevated",
        _ => "none",
    };
}
