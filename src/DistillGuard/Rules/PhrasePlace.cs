// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>Where a phrase of a group stands in a piece of folded text.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte behind it.</param>
/// <param name="Group">The group it belongs to.</param>
internal readonly record struct PhrasePlace(int Start, int End, int Group);
