// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Page;

/// <summary>What is counted by the minute; behind the last one stands a column for each reason why a request is not evaluated.</summary>
internal enum TrafficColumn
{
    Exchanges,
    NotEvaluated,
    AboveBar,
    ActedOn,
    DryRuns,
    InputTokens,
    OutputTokens,
    Reasons,
}
