// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>The members on the way to a value, eight bits each, the innermost lowest; arrays leave no trace in it.</summary>
internal static class AnswerPath
{
    /// <summary>A value that is no member of anything.</summary>
    public const ulong Root = 0;

    private const int Bits = 8;
    private const ulong Deepest = 1UL << 56;

    /// <summary>The path of a member of what stands at a path. Once a name leads nowhere, so does all below it.</summary>
    public static ulong Child(ulong parent, AnswerMember member) =>
        parent >= Deepest || member == AnswerMember.Other ? ulong.MaxValue : (parent << Bits) | (byte)member;
}
