// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>Where a piece lies in its text.</summary>
/// <param name="IsStart">Whether the text starts with it; otherwise a word is taken to go on before it.</param>
/// <param name="IsEnd">Whether the text ends with it; otherwise a word is taken to go on behind it.</param>
internal readonly record struct PiecePlace(bool IsStart, bool IsEnd);
