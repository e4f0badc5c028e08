// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Policies;
using DistillGuard.Requests;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore;

/// <summary>Options of the gateway: how much it reads, and what it does about verdicts. By default it observes.</summary>
/// <remarks>Plain values that a configuration can be bound to. Not thread-safe; read once at start, and again by <see cref="Gateway.Apply"/>.</remarks>
public sealed class GatewayOptions : IGuardOptions
{
    private const int MostPolicies = 1_000;
    private const int LongestName = 128;

    /// <summary>
    /// Longest request body that is looked at, in bytes, compressed and decompressed; of a batch upload the longest item. 1,024 to 268,435,456; default
    /// 1,048,576. A larger one goes on untouched and is not evaluated. The guard's own limit (<c>GuardOptions.Reading</c>) holds too: raise both.
    /// </summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Reasoning signatures kept of one answer. 0 to 256; default 64.</summary>
    public int MaxSignatures { get; set; } = 64;

    /// <summary>Bytes of reasoning signatures kept of one answer. 0 to 16,777,216; default 262,144.</summary>
    public int MaxSignatureBytes { get; set; } = 256 * 1024;

    /// <summary>Request header that tells the upstream the level. Default: <c>X-DistillGuard-Level</c>. A client's own is taken away.</summary>
    public string LevelHeader { get; set; } = "X-DistillGuard-Level";

    /// <summary>Request header that tells the upstream the verdict's id. Default: <c>X-DistillGuard-Verdict</c>. A client's own is taken away.</summary>
    public string VerdictHeader { get; set; } = "X-DistillGuard-Verdict";

    /// <summary>How often groups of accounts may be looked for; the guard itself decides when it is time, and takes in what waits: seldom and long, or often and short. 10 ms to one minute; default 100 ms.</summary>
    public TimeSpan AnalysisInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The policy where none is named.</summary>
    public GatewayPolicy Default { get; } = new();

    /// <summary>Policies by name, whatever the case. At most 1,000.</summary>
    public IDictionary<string, GatewayPolicy> Policies { get; } = new Dictionary<string, GatewayPolicy>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Names the policy of a request where its endpoint does not: for metadata that this package does not know, such as YARP's. <see langword="null"/> or an
    /// empty name is the default policy. Default: none.
    /// </summary>
    public Func<HttpContext, string?>? PolicyOf { get; set; }

    /// <summary>
    /// Names the API of a request where neither endpoint nor path does. <see langword="null"/> passes the request by. Default: none.
    /// </summary>
    public Func<HttpContext, ApiKind?>? ApiOf { get; set; }

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(MaxBodyBytes), MaxBodyBytes, 1024, 256 * 1024 * 1024);
        problems.CheckRange(nameof(MaxSignatures), MaxSignatures, 0, 256);
        problems.CheckRange(nameof(MaxSignatureBytes), MaxSignatureBytes, 0, 16 * 1024 * 1024);
        problems.CheckRange(nameof(AnalysisInterval), AnalysisInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
        problems.CheckRange($"{nameof(Policies)}.{nameof(Policies.Count)}", Policies.Count, 0, MostPolicies);
        CheckHeader(nameof(LevelHeader), LevelHeader, problems);
        CheckHeader(nameof(VerdictHeader), VerdictHeader, problems);
        Default.Validate(nameof(Default) + ".", problems);
        foreach ((string name, GatewayPolicy policy) in Policies)
        {
            if (name.Length is 0 or > LongestName)
            {
                problems.Add($"{nameof(Policies)} has the name '{name}'; a name has 1 to {LongestName} characters, and the default policy stands in {nameof(Default)}.");
            }

            policy.Validate($"{nameof(Policies)}[{name}].", problems);
        }
    }

    private static void CheckHeader(string place, string? header, OptionsProblems problems)
    {
        if (string.IsNullOrEmpty(header) || header.Length > LongestName || !header.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            problems.Add($"{place} is '{header}'; give a header's name of letters, digits and hyphens, at most {LongestName} of them.");
        }
    }
}
