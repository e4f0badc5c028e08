// SPDX-License-Identifier: MIT

using DistillGuard.Testing;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>Who sends which reasoning, as the tests of <c>signature-replay</c> tell it.</summary>
internal static class ReplayScripts
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A blob of its own for every number.</summary>
    public static string Blob(int number) => $"RXhhbXBsZSBvZiBhIHNlYWxlZCB0aG91Z2h0IG5vLiA{number:D6}";

    public static string[] Blobs(int first, int count) => [.. Enumerable.Range(first, count).Select(Blob)];

    /// <summary>An account of an organization.</summary>
    public static TrafficSource Member(this Traffic traffic, string account, string organization, string credential = "") =>
        traffic.From(new Identity { Account = account, Organization = organization, Credential = credential });

    /// <summary>The responses issue these, one each.</summary>
    public static Traffic Receives(this TrafficSource source, params string[] blobs) =>
        source.Send(blobs.Length, Minute, i => new Exchange { IssuedReasoning = [blobs[i]] });

    /// <summary>The requests carry these, one each.</summary>
    public static Traffic Carries(this TrafficSource source, params string[] blobs) =>
        source.Send(blobs.Length, Minute, i => new Exchange { CarriedReasoning = [blobs[i]] });

    /// <summary>The requests carry these, one each, and are turned away.</summary>
    public static Traffic CarriesInVain(this TrafficSource source, params string[] blobs) =>
        source.Send(blobs.Length, Minute, i => new Exchange { CarriedReasoning = [blobs[i]], Status = 403, OutputTokens = 0 });

    /// <summary>A conversation: every request carries all reasoning issued so far, and its response issues one more.</summary>
    /// <param name="source">Who talks.</param>
    /// <param name="first">Number of the first blob issued.</param>
    /// <param name="turns">How many turns.</param>
    /// <param name="history">What was said before.</param>
    public static Traffic Talks(this TrafficSource source, int first, int turns, params string[] history) =>
        source.Send(turns, Minute, i => new Exchange
        {
            CarriedReasoning = [.. history, .. Blobs(first, i)],
            IssuedReasoning = [Blob(first + i)],
        });
}
