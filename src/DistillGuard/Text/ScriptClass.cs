// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>Writing systems that are counted apart. Never evidence: it serves to compare like with like and to show fairness.</summary>
public enum ScriptClass : byte
{
    /// <summary>No letters at all.</summary>
    None,

    /// <summary>Latin letters.</summary>
    Latin,

    /// <summary>Cyrillic letters.</summary>
    Cyrillic,

    /// <summary>Chinese characters.</summary>
    Han,

    /// <summary>Hiragana and Katakana.</summary>
    Kana,

    /// <summary>Hangul.</summary>
    Hangul,

    /// <summary>Arabic letters.</summary>
    Arabic,

    /// <summary>Letters of any other script.</summary>
    Other,
}
