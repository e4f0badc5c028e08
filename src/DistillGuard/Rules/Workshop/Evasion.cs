// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Workshop;

/// <summary>Mechanical ways to write a prompt so that a phrase is not found, while a model still reads it.</summary>
public enum Evasion
{
    /// <summary>Every second letter upper case.</summary>
    Case,

    /// <summary>A space between all letters, three between words.</summary>
    Spacing,

    /// <summary>A zero-width space between all characters.</summary>
    ZeroWidth,

    /// <summary>Full-width forms of ASCII.</summary>
    FullWidth,

    /// <summary>Letters of another script that look the same, wherever there is one.</summary>
    Homoglyphs,

    /// <summary>Every punctuation mark exchanged for another.</summary>
    Punctuation,

    /// <summary>The clauses in the opposite order.</summary>
    ClauseOrder,

    /// <summary>The prompt in base64, with a request to decode it.</summary>
    Base64,

    /// <summary>Latin letters moved by thirteen, with a request to decode them.</summary>
    Rot13,
}
