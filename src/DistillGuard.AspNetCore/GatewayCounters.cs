// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.AspNetCore;

/// <summary>What the gateway has done since it was started. A snapshot; it names no account.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GatewayCounters
{
    /// <summary>Requests that the guard was asked about, each item of a batch upload by itself.</summary>
    public long Exchanges { get; init; }

    /// <summary>Of them, those that it could not evaluate, whatever the reason.</summary>
    public long NotEvaluated { get; init; }

    /// <summary>Requests to a guarded endpoint, or below <c>/v1</c>, whose API no reader knows: not evaluated.</summary>
    public long UnknownApis { get; init; }

    /// <summary>Requests that were none of the guard's business: another method or path, or an endpoint that says so.</summary>
    public long PassedBy { get; init; }

    /// <summary>Requests whose endpoint names a policy that does not exist; the default one held.</summary>
    public long UnknownPolicies { get; init; }

    /// <summary>Requests with a forwarded header whose client address nobody resolved.</summary>
    public long UnresolvedAddresses { get; init; }

    /// <summary>Request bodies beyond the bound: passed on untouched, not evaluated.</summary>
    public long LargeBodies { get; init; }

    /// <summary>Request bodies compressed in a way that is not known, or that did not decompress.</summary>
    public long UnknownEncodings { get; init; }

    /// <summary>Request bodies that ended in an error: the client left, or the server refused them.</summary>
    public long BrokenBodies { get; init; }

    /// <summary>Batch uploads whose items were looked at.</summary>
    public long BatchUploads { get; init; }

    /// <summary>Items of batch uploads.</summary>
    public long BatchItems { get; init; }

    /// <summary>Requests that were inspected before they went on, though nothing waits for their verdict, because too many others were waiting.</summary>
    public long CrowdedRequests { get; init; }

    /// <summary>Answers that the client did not wait for.</summary>
    public long AbortedAnswers { get; init; }

    /// <summary>Requests on which what stands behind the guard threw an exception.</summary>
    public long FailedAnswers { get; init; }

    /// <summary>Answers that could not be read: an unknown encoding or type, or sent as a file.</summary>
    public long UnreadAnswers { get; init; }

    /// <summary>Answers with a part that is not what the API defines.</summary>
    public long MalformedAnswers { get; init; }

    /// <summary>Answers that stopped before their end.</summary>
    public long TruncatedAnswers { get; init; }

    /// <summary>Reasoning signatures that found no room.</summary>
    public long DroppedSignatures { get; init; }

    /// <summary>Requests that went on with a header for the upstream, throttled ones among them.</summary>
    public long Annotated { get; init; }

    /// <summary>Requests that throttling answered.</summary>
    public long Throttled { get; init; }

    /// <summary>Requests answered with a challenge.</summary>
    public long Challenged { get; init; }

    /// <summary>Requests refused.</summary>
    public long Refused { get; init; }

    /// <summary>Requests on which an action was weighed and not done.</summary>
    public long DryRuns { get; init; }

    /// <summary>Resolvers of callers that threw and were skipped.</summary>
    public long ResolverFaults { get; init; }

    /// <summary>Observers that threw and were skipped.</summary>
    public long ObserverFaults { get; init; }

    /// <summary>Handlers that threw; the request went on.</summary>
    public long HandlerFaults { get; init; }

    /// <summary>Faults of the gateway's own code; the request went on as if it were not there.</summary>
    public long Faults { get; init; }
}
