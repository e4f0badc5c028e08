// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

/// <summary>Whether a body was read, and if not, why and where. The default value means "not read".</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReadOutcome
{
    private ReadOutcome(bool isRead, NotEvaluatedReason reason, long bytePosition)
    {
        IsRead = isRead;
        Reason = reason;
        BytePosition = bytePosition;
    }

    /// <summary>Whether the buffer now holds the request. When false the buffer is empty.</summary>
    public bool IsRead { get; }

    /// <summary>Why the body was not read; <see cref="NotEvaluatedReason.None"/> when it was.</summary>
    public NotEvaluatedReason Reason { get; }

    /// <summary>Bytes read, or about where in the body the trouble stands, in bytes from its start.</summary>
    public long BytePosition { get; }

    internal static ReadOutcome Read(long bytePosition) => new(true, NotEvaluatedReason.None, bytePosition);

    internal static ReadOutcome NotEvaluated(NotEvaluatedReason reason, long bytePosition) =>
        new(false, reason, bytePosition);
}
