// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>What became of a <see cref="GroupPlan"/>: an immutable snapshot.</summary>
/// <param name="Accounts">Accounts of the plan.</param>
/// <param name="Named">Those of them that an accused group names.</param>
/// <param name="Exchanges">What they sent, without ordinary exchanges mixed in.</param>
/// <param name="ExchangesBeforeAlert">What of it they had sent when the first of them was named; all of it when none was.</param>
/// <param name="FirstAlert">When the first of them was named.</param>
public sealed record PlanResult(int Accounts, int Named, int Exchanges, int ExchangesBeforeAlert, DateTimeOffset? FirstAlert)
{
    /// <summary>Whether any account of the plan is named.</summary>
    public bool IsFound => Named > 0;

    /// <summary>Share of the exchanges that went through before the first alert.</summary>
    public double Leaked => Exchanges == 0 ? 0 : (double)ExchangesBeforeAlert / Exchanges;
}
