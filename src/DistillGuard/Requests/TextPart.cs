// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Requests;

/// <summary>
/// One piece of text in a request: where it stands in <see cref="RequestContent.Text"/>, whose it is and what it is.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct TextPart
{
    /// <summary>Describes a piece of text.</summary>
    /// <param name="start">First byte in <see cref="RequestContent.Text"/>.</param>
    /// <param name="length">Length in bytes.</param>
    /// <param name="role">Whose text it is.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="message">Number of the message it belongs to, counted from 0; also 0 for text outside the
    /// messages.</param>
    public TextPart(int start, int length, MessageRole role, TextKind kind, int message)
    {
        Start = start;
        Length = length;
        Role = role;
        Kind = kind;
        Message = message;
    }

    /// <summary>First byte in <see cref="RequestContent.Text"/>.</summary>
    public int Start { get; }

    /// <summary>Length in bytes.</summary>
    public int Length { get; }

    /// <summary>Whose text it is.</summary>
    public MessageRole Role { get; }

    /// <summary>What it is.</summary>
    public TextKind Kind { get; }

    /// <summary>
    /// Number of the message it belongs to, counted from 0 in the order of the body. Text outside the messages (a
    /// system prompt in a member of its own, tools, the answer's schema) also has 0; its role or kind tells it from
    /// the first message.
    /// </summary>
    public int Message { get; }
}
