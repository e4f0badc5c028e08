// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>The ways in which a text is read.</summary>
internal enum PromptReading : byte
{
    /// <summary>As it stands.</summary>
    Plain,

    /// <summary>Without disguise: look-alike letters, accents and spacing undone.</summary>
    Unmasked,

    /// <summary>Without the accents of Latin letters: <see cref="Unmasked"/> for a text that hides nothing else.</summary>
    Accentless,

    /// <summary>What its runs of base64 say.</summary>
    Decoded,
}
