// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore;

/// <summary>Counts events from many threads.</summary>
internal sealed class GatewayTally
{
    private readonly long[] _counts = new long[(int)GatewayEvent.Fault + 1];

    public GatewayCounters Counters => new()
    {
        Exchanges = Read(GatewayEvent.Exchange),
        NotEvaluated = Read(GatewayEvent.NotEvaluated),
        UnknownApis = Read(GatewayEvent.UnknownApi),
        PassedBy = Read(GatewayEvent.PassedBy),
        UnknownPolicies = Read(GatewayEvent.UnknownPolicy),
        UnresolvedAddresses = Read(GatewayEvent.UnresolvedAddress),
        LargeBodies = Read(GatewayEvent.LargeBody),
        UnknownEncodings = Read(GatewayEvent.UnknownEncoding),
        BrokenBodies = Read(GatewayEvent.BrokenBody),
        BatchUploads = Read(GatewayEvent.BatchUpload),
        BatchItems = Read(GatewayEvent.BatchItem),
        CrowdedRequests = Read(GatewayEvent.CrowdedRequest),
        AbortedAnswers = Read(GatewayEvent.AbortedAnswer),
        FailedAnswers = Read(GatewayEvent.FailedAnswer),
        UnreadAnswers = Read(GatewayEvent.UnreadAnswer),
        MalformedAnswers = Read(GatewayEvent.MalformedAnswer),
        TruncatedAnswers = Read(GatewayEvent.TruncatedAnswer),
        DroppedSignatures = Read(GatewayEvent.DroppedSignature),
        Annotated = Read(GatewayEvent.Annotated),
        Throttled = Read(GatewayEvent.Throttled),
        Challenged = Read(GatewayEvent.Challenged),
        Refused = Read(GatewayEvent.Refused),
        DryRuns = Read(GatewayEvent.DryRun),
        ResolverFaults = Read(GatewayEvent.ResolverFault),
        ObserverFaults = Read(GatewayEvent.ObserverFault),
        HandlerFaults = Read(GatewayEvent.HandlerFault),
        Faults = Read(GatewayEvent.Fault),
    };

    public void Count(GatewayEvent counted) => Interlocked.Increment(ref _counts[(int)counted]);

    public void Count(GatewayEvent counted, long times) => Interlocked.Add(ref _counts[(int)counted], times);

    private long Read(GatewayEvent counted) => Volatile.Read(ref _counts[(int)counted]);
}
