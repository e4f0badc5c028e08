// SPDX-License-Identifier: MIT

namespace DistillGuard.Text.Disguise;

/// <summary>What a character can do in a disguise. The low four bits are its <see cref="WordScript"/>.</summary>
[Flags]
internal enum CharacterKind : byte
{
    /// <summary>Neither letter nor anything else of interest.</summary>
    None = 0,

    /// <summary>A Latin letter.</summary>
    Latin = WordScript.Latin,

    /// <summary>A Cyrillic letter.</summary>
    Cyrillic = WordScript.Cyrillic,

    /// <summary>A Greek letter.</summary>
    Greek = WordScript.Greek,

    /// <summary>A letter of another script that has look-alikes.</summary>
    Other = WordScript.Other,

    /// <summary>The bits that hold the script.</summary>
    Scripts = Latin | Cyrillic | Greek | Other,

    /// <summary>A letter, of whatever script.</summary>
    Letter = 0x10,

    /// <summary>Belongs to the letter before it, or is invisible: it does not end a word.</summary>
    Mark = 0x20,

    /// <summary>Stands for another character wherever it stands.</summary>
    Plain = 0x40,

    /// <summary>Looks like a letter of another script: a foreign letter like a Latin one, a Latin letter like a Cyrillic one.</summary>
    Twin = 0x80,
}
