// SPDX-License-Identifier: MIT

namespace DistillGuard.Text.Disguise;

/// <summary>What in a text may hide a phrase, so that the text is worth a second reading.</summary>
[Flags]
internal enum DisguiseSigns : byte
{
    /// <summary>Nothing: the text says what it seems to say.</summary>
    None = 0,

    /// <summary>Letters that stand for others, words of several scripts, or letters set apart.</summary>
    Letters = 1,

    /// <summary>A long run of base64 letters.</summary>
    Encoded = 2,

    /// <summary>
    /// Of the letters that look like no other script's, most are Latin: a word wholly of look-alikes is read as Latin.
    /// </summary>
    MostlyLatin = 4,

    /// <summary>Latin letters with accents, which ordinary text of many languages has. They may hide a phrase, but taking them off is cheap.</summary>
    Accents = 8,
}
