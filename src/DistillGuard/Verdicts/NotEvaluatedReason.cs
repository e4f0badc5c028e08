// SPDX-License-Identifier: MIT

namespace DistillGuard.Verdicts;

/// <summary>Why a request was not evaluated. That is never the same as "nothing was found".</summary>
public enum NotEvaluatedReason : byte
{
    /// <summary>The request was evaluated.</summary>
    None,

    /// <summary>No reader knows the API.</summary>
    UnknownApi,

    /// <summary>The body is longer than the limit; it was not looked at.</summary>
    BodyTooLarge,

    /// <summary>The body ends in the middle of its JSON.</summary>
    Truncated,

    /// <summary>Objects and arrays are nested deeper than the limit.</summary>
    TooDeep,

    /// <summary>A member stands twice in one object: parsers disagree on which of them counts.</summary>
    DuplicateMember,

    /// <summary>Bytes that are not UTF-8, or an escape of half a surrogate pair.</summary>
    InvalidUtf8,

    /// <summary>The body is not JSON.</summary>
    InvalidJson,

    /// <summary>The body is JSON, but a member that is read has another type than the API defines.</summary>
    UnexpectedShape,

    /// <summary>A number that its parameter cannot hold, for example a fraction of a token.</summary>
    NumberOutOfRange,

    /// <summary>The request has more pieces of text than the limit.</summary>
    TooManyParts,

    /// <summary>The body has no message and no text; what the model reads, if anything, is stored elsewhere.</summary>
    NoContent,

    /// <summary>The request names no account, so that nobody could be judged.</summary>
    NoAccount,

    /// <summary>The guard itself failed; the request was let through and the fault counted.</summary>
    GuardFault,

    /// <summary>The body is compressed in a way that is not known, or does not decompress.</summary>
    UnknownEncoding,

    /// <summary>Not yet: the request went on, and is inspected beside it. Only a gateway says so, and only for a moment.</summary>
    Pending,
}
