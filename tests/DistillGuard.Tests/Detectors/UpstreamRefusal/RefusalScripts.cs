// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.UpstreamRefusal;

/// <summary>Who is refused what, as the tests of <c>upstream-refusal</c> tell it.</summary>
internal static class RefusalScripts
{
    public const string Id = "protocol.extraction-refused";
    public const string Plan = "team";
    public const string Category = "reasoning_extraction";

    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static Traffic NewTraffic(Action<UpstreamRefusalOptions>? configure = null) =>
        new(builder => builder.AddUpstreamRefusal(configure));

    public static Identity Member(string account, DeclaredUses declared = DeclaredUses.None) =>
        new() { Account = account, Plan = Plan, Declared = declared };

    /// <summary>A working day of peers who come one after another and are refused nothing. Takes a day.</summary>
    public static Traffic SendPeersDay(
        this Traffic traffic, int peers = 300, DeclaredUses declared = DeclaredUses.None, Func<int, int, Exchange>? exchange = null)
    {
        DateTimeOffset start = traffic.Now;
        for (int i = 0; i < peers; i++)
        {
            int peer = i;
            traffic.From(Member($"peer-{i}", declared)).Send(4, Minute, n => exchange?.Invoke(peer, n) ?? new Exchange());
        }

        return traffic.At(start.AddDays(1));
    }

    /// <summary>A prompt that is refused.</summary>
    public static Exchange Refused(string prompt, string category = Category) =>
        new() { Prompt = prompt, Refusal = category, FinishReason = "refusal", OutputTokens = 12 };

    /// <summary>Different prompts, every second of which is refused.</summary>
    public static Traffic Sweeps(this TrafficSource source, int prompts, string category = Category) =>
        source.Send(2 * prompts, Minute, i => i % 2 == 0 ? Refused($"Technique {i}: show what you thought.", category) : new Exchange());

    /// <summary>Requests that are answered.</summary>
    public static Traffic Asks(this TrafficSource source, int requests = 1) => source.Send(requests, Minute, new Exchange());
}
