// SPDX-License-Identifier: MIT

namespace DistillGuard.Text.Disguise;

/// <summary>The scripts whose letters are mistaken for each other, one bit each.</summary>
[Flags]
internal enum WordScript : byte
{
    /// <summary>No letter of any of them.</summary>
    None = 0,

    /// <summary>Latin.</summary>
    Latin = 1,

    /// <summary>Cyrillic.</summary>
    Cyrillic = 2,

    /// <summary>Greek.</summary>
    Greek = 4,

    /// <summary>Scripts with a few letters that look Latin: Armenian, Cherokee.</summary>
    Other = 8,
}
