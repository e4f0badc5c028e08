// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>A phrase that holds a window, and the offset at which it does.</summary>
internal readonly record struct PhraseWindow(ushort Phrase, ushort Offset);
