// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Policies;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>Decides by policy and has the handler act: milder things first, so that a throttled request that goes on is annotated too.</summary>
internal sealed class VerdictHandlers
{
    private readonly IVerdictHandler?[] _byAction = new IVerdictHandler?[(int)GuardAction.Refuse + 1];
    private readonly GatewayTally _tally;

    public VerdictHandlers(GatewayOptions options, IEnumerable<IVerdictHandler> added, GatewayTally tally)
    {
        _tally = tally;
        IVerdictHandler[] own =
        [
            new AnnotateHandler(options),
            new ThrottleHandler(),
            new ProblemHandler(GuardAction.Challenge),
            new ProblemHandler(GuardAction.Refuse),
        ];
        foreach (IVerdictHandler handler in own.Concat(added))
        {
            _byAction[(int)handler.Action] = handler;
        }
    }

    /// <summary>Says in the exchange what its verdict calls for, and whether it is only weighed.</summary>
    public static void Decide(GuardedExchange exchange, ActivePolicy policy)
    {
        exchange.Action = policy.ActionFor(in exchange.Verdict);
        exchange.IsDryRun = exchange.Action != GuardAction.Observe && (policy.IsDryRun || policy.IsExempt(exchange.Caller.Account));
    }

    /// <summary>Does what was decided.</summary>
    /// <returns>Whether the request was answered.</returns>
    public ValueTask<bool> HandleAsync(HttpContext context, GuardedExchange exchange, ActivePolicy policy) =>
        exchange.Action == GuardAction.Observe ? ValueTask.FromResult(false) : DoAsync(context, exchange, policy);

    private async ValueTask<bool> DoAsync(HttpContext context, GuardedExchange exchange, ActivePolicy policy)
    {
        if (exchange.IsDryRun)
        {
            _tally.Count(GatewayEvent.DryRun);
            return false;
        }

        if (exchange.Action == GuardAction.Throttle)
        {
            await ActAsync(GuardAction.Annotate, context, exchange, policy).ConfigureAwait(false);
        }

        exchange.IsAnswered = await ActAsync(exchange.Action, context, exchange, policy).ConfigureAwait(false);
        return exchange.IsAnswered;
    }

    private async ValueTask<bool> ActAsync(GuardAction action, HttpContext context, GuardedExchange exchange, ActivePolicy policy)
    {
        if (_byAction[(int)action] is not { } handler)
        {
            return false;
        }

        try
        {
            bool isAnswered = await handler.HandleAsync(context, exchange, policy).ConfigureAwait(false);
            Count(action, isAnswered);
            return isAnswered;
        }
        catch (Exception)
        {
            _tally.Count(GatewayEvent.HandlerFault);

            // Half an answer is an answer: what began to be sent cannot go on to the upstream.
            return context.Response.HasStarted;
        }
    }

    private void Count(GuardAction action, bool isAnswered)
    {
        if (action == GuardAction.Annotate)
        {
            _tally.Count(GatewayEvent.Annotated);
        }
        else if (isAnswered)
        {
            _tally.Count(action switch
            {
                GuardAction.Throttle => GatewayEvent.Throttled,
                GuardAction.Challenge => GatewayEvent.Challenged,
                _ => GatewayEvent.Refused,
            });
        }
    }
}
