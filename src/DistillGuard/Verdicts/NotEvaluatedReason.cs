// SPDX-License-Identifier: MIT

namespace DistillGuard.Verdicts;

/// <summary>Why a request was not evaluated. Never the same as "clean".</summary>
public enum NotEvaluatedReason : byte
{
    /// <summary>It was evaluated.</summary>
    None,

    /// <summary>No reader knows the API.</summary>
    UnknownApi,

    /// <summary>The body is larger than the reader's limit.</summary>
    BodyTooLarge,

    /// <summary>The body ends too early.</summary>
    Truncated,

    /// <summary>The body nests deeper than the reader's limit.</summary>
    TooDeep,

    /// <summary>A member that is interpreted appears twice, so that two readers could understand two requests.</summary>
    DuplicateMember,

    /// <summary>The body is not UTF-8.</summary>
    InvalidUtf8,

    /// <summary>The body is not JSON.</summary>
    InvalidJson,

    /// <summary>The body is JSON, but not of the shape that the API defines.</summary>
    UnexpectedShape,

    /// <summary>The body has more pieces of text than the reader's limit.</summary>
    TooManyParts,

    /// <summary>The request names no account, so that nobody could be judged.</summary>
    NoAccount,

    /// <summary>The guard itself failed; the request was let through and the fault counted.</summary>
    GuardFault,
}
