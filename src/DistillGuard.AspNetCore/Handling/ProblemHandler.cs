// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Policies;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>Answers in the upstream's place: a challenge or a refusal, with a way to appeal.</summary>
internal sealed class ProblemHandler : IVerdictHandler
{
    private readonly GuardProblem _problem;

    public ProblemHandler(GuardAction action)
    {
        Action = action;
        _problem = action == GuardAction.Refuse ? GuardProblem.Refused : GuardProblem.Challenged;
    }

    public GuardAction Action { get; }

    public async ValueTask<bool> HandleAsync(HttpContext context, GuardedExchange exchange, ActivePolicy policy)
    {
        await ProblemWriter.WriteAsync(context, exchange, policy, _problem, policy.RetryAfter).ConfigureAwait(false);
        return true;
    }
}
