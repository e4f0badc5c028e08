// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Net;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>One request and its answer, as the guard saw them; found in <c>HttpContext.Features</c> while it runs.</summary>
public sealed class GuardedExchange
{
    private static readonly Verdict Pending = Verdict.Pending;

    private Verdict _verdict;
    private volatile bool _isInspected;
    private string? _id;

    /// <summary>Names this exchange and its verdict, to a customer who appeals and in a log; 32 hexadecimal digits that say nothing about the account.</summary>
    public string Id => _id ?? Interlocked.CompareExchange(ref _id, Guid.CreateVersion7(Time).ToString("N"), null) ?? _id;

    /// <summary>When the request arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The API it was sent to.</summary>
    public required ApiKind Api { get; init; }

    /// <summary>The name of the policy that held; empty for the default one.</summary>
    public required string Policy { get; init; }

    /// <summary>Who sent it.</summary>
    public required CallerIdentity Caller { get; init; }

    /// <summary>The client's address after the host's trusted-proxy resolution; <see langword="null"/> when not known.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The user agent the client sent; <see langword="null"/> when none.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The model where the API carries it in the URL; <see langword="null"/> when the body has it.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the URL asks for a streamed answer.</summary>
    public bool Stream { get; init; }

    /// <summary>The position of this request in the batch upload it came in, from 0; -1 when it came by itself.</summary>
    public int BatchItem { get; init; } = -1;

    /// <summary>The body, decompressed, borrowed for <see cref="IExchangeObserver.Inspected"/>; empty afterwards and when it was too large.</summary>
    public ReadOnlyMemory<byte> RequestBody { get; internal set; }

    /// <summary>Whether the verdict is there. Where the policy only observes the request goes on first, and is inspected a few milliseconds later.</summary>
    public bool IsInspected => _isInspected;

    /// <summary>
    /// What the guard thinks of the account; by reference, for it is large. Until <see cref="IsInspected"/> it is not evaluated, and says
    /// <see cref="NotEvaluatedReason.Pending"/>; <c>GatewayPolicy.VerdictFirst</c> has it there before the request goes on.
    /// </summary>
    public ref readonly Verdict Verdict => ref _isInspected ? ref _verdict : ref Pending;

    /// <summary>How long the guard looked at it.</summary>
    public TimeSpan InspectDuration { get; internal set; }

    /// <summary>What was done about it.</summary>
    public GuardAction Action { get; internal set; }

    /// <summary>Whether the action was only weighed, not done: the policy is a dry run, or the account is exempt.</summary>
    public bool IsDryRun { get; internal set; }

    /// <summary>Whether the gateway answered in the upstream's place; not when throttling let the request through.</summary>
    public bool IsAnswered { get; internal set; }

    /// <summary>What came back.</summary>
    public ExchangeAnswer Answer { get; } = new();

    /// <summary>What was under way when the request arrived: the parent of our span.</summary>
    internal Activity? Parent { get; init; }

    internal void Judge(in Verdict verdict)
    {
        _verdict = verdict;
        _isInspected = true;
    }
}
