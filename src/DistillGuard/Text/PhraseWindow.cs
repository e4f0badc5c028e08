// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>A phrase that holds a window, where, and eight more of its bytes, so that most false alarms end with one comparison.</summary>
/// <param name="Phrase">The phrase's id.</param>
/// <param name="Offset">Bytes of the phrase before the window.</param>
/// <param name="Length">Bytes of the phrase.</param>
/// <param name="CheckOffset">Bytes of the phrase before the bytes to check.</param>
/// <param name="Check">The bytes to check.</param>
internal readonly record struct PhraseWindow(ushort Phrase, ushort Offset, ushort Length, ushort CheckOffset, ulong Check);
