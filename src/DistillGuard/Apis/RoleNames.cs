// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>
/// The words by which the APIs name roles. Case does not matter: Google's samples write both <c>user</c> and
/// <c>USER</c>.
/// </summary>
internal static class RoleNames
{
    /// <summary>The role of a word; <see cref="MessageRole.Other"/> for one that no API defines.</summary>
    public static MessageRole Find(ReadOnlySpan<byte> word)
    {
        if (Ascii.EqualsIgnoreCase(word, "user"u8))
        {
            return MessageRole.User;
        }

        if (Ascii.EqualsIgnoreCase(word, "assistant"u8) || Ascii.EqualsIgnoreCase(word, "model"u8))
        {
            return MessageRole.Assistant;
        }

        if (Ascii.EqualsIgnoreCase(word, "system"u8) || Ascii.EqualsIgnoreCase(word, "developer"u8))
        {
            return MessageRole.System;
        }

        return Ascii.EqualsIgnoreCase(word, "tool"u8) || Ascii.EqualsIgnoreCase(word, "function"u8)
            ? MessageRole.Tool
            : MessageRole.Other;
    }
}
