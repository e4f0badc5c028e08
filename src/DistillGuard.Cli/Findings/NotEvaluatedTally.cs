// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Verdicts;

namespace DistillGuard.Cli.Findings;

/// <summary>Counts exchanges that nobody could judge, by reason.</summary>
internal sealed class NotEvaluatedTally
{
    private readonly long[] _counts = new long[Enum.GetValues<NotEvaluatedReason>().Length];

    /// <summary>All of them.</summary>
    public long Total => _counts.Sum();

    /// <summary>The reasons that occurred, in the order of <see cref="NotEvaluatedReason"/>, in snake case.</summary>
    public IEnumerable<(string Reason, long Count)> Reasons =>
        from reason in Enum.GetValues<NotEvaluatedReason>()
        where _counts[(int)reason] > 0
        select (JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()), _counts[(int)reason]);

    public void Add(NotEvaluatedReason reason) => _counts[(int)reason]++;
}
