// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Apis;

/// <summary>A piece of text that an oracle found.</summary>
public sealed record ExpectedPart(MessageRole Role, TextKind Kind, int Message, string Text);
