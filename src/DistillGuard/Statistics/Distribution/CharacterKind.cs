// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Whether a character belongs to a word.</summary>
internal enum CharacterKind : byte
{
    Between,
    Word,
}
