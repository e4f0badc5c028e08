// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.RateAnomaly;

/// <summary>Traffic that the tests of <c>rate-anomaly</c> share.</summary>
internal static class RateScripts
{
    public const string Plan = "team";

    /// <summary>
    /// A working day of peers who come one after another: each sends the same few requests, four minutes after the one
    /// before. Takes a day.
    /// </summary>
    public static Traffic SendPeersDay(
        this Traffic traffic,
        int peers = 300,
        string plan = Plan,
        DeclaredUses declared = DeclaredUses.None,
        int requests = 12,
        string prefix = "peer",
        TimeSpan? every = null)
    {
        DateTimeOffset start = traffic.Now;
        traffic.Interleave([.. Enumerable.Range(0, peers).Select(i => (Action<Traffic>)(peer => peer
            .Advance(i * TimeSpan.FromMinutes(4))
            .From(new Identity { Account = $"{prefix}-{i}", Plan = plan, Declared = declared })
            .Send(requests, every ?? TimeSpan.FromMinutes(3))))]);
        return traffic.At(start.AddDays(1));
    }

    /// <summary>Collects the ids of the signals that an account gets from now on, each once.</summary>
    public static HashSet<string> SignalsOf(this Traffic traffic, string account)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        traffic.Watch(verdict =>
        {
            if (verdict.Account == account)
            {
                foreach (Signal signal in verdict.Verdict.Signals.ToArray())
                {
                    ids.Add(signal.Info.Id);
                }
            }
        });
        return ids;
    }

    public static Traffic NewTraffic() => new(static builder => builder.AddRateAnomaly());
}
