// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>How an answer comes.</summary>
internal enum AnswerForm
{
    /// <summary>Its first byte decides.</summary>
    Undecided,

    /// <summary>As JSON: one object, or an array of them that grows.</summary>
    Json,

    /// <summary>As server-sent events.</summary>
    Events,

    /// <summary>In a way that is not read.</summary>
    PassedOver,
}
