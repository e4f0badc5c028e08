// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore;

/// <summary>What is counted; each is a member of <see cref="GatewayCounters"/> in the plural, which says what it means.</summary>
internal enum GatewayEvent
{
    Exchange,
    NotEvaluated,
    UnknownApi,
    PassedBy,
    UnknownPolicy,
    UnresolvedAddress,
    LargeBody,
    UnknownEncoding,
    BrokenBody,
    BatchUpload,
    BatchItem,
    CrowdedRequest,
    AbortedAnswer,
    FailedAnswer,
    UnreadAnswer,
    MalformedAnswer,
    TruncatedAnswer,
    DroppedSignature,
    Annotated,
    Throttled,
    Challenged,
    Refused,
    DryRun,
    ResolverFault,
    ObserverFault,
    HandlerFault,
    Fault,
}
