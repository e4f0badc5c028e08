// SPDX-License-Identifier: MIT

using DistillGuard.Signals;

namespace DistillGuard.AspNetCore.Support;

/// <summary>Accuses accounts by their names: <c>elevated…</c> at the first level, <c>high…</c> at the second, <c>throws…</c> by throwing.</summary>
internal sealed class LoudDetector : IDistillationDetector
{
    private static readonly SignalInfo Loud = new()
    {
        Id = "test.loud",
        Title = "Is named for it",
        Family = SignalFamily.Protocol,
        Reason = "{0:F0} of {1:F0}",
        Innocent = "a test.",
        IsConclusive = true,
    };

    public string Name => "loud";

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        ReadOnlySpan<char> account = context.Request.Caller.Account;
        if (account.StartsWith("throws"))
        {
            throw new InvalidOperationException("A detector that throws.");
        }

        float weight = account.StartsWith("high") ? 20 : account.StartsWith("elevated") ? 10 : 0;
        if (weight > 0)
        {
            signals.Add(new Signal(Loud, weight, 1, 1));
        }
    }
}
