// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>The ways in which a text is read.</summary>
internal enum PromptReading : byte
{
    /// <summary>As it stands.</summary>
    Plain,

    /// <summary>Without disguise: look-alike letters, accents and spacing undone.</summary>
    Unmasked,

    /// <summary>What its runs of base64 say.</summary>
    Decoded,
}
