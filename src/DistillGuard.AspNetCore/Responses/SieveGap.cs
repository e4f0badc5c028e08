// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>A value that nobody wanted.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte behind it.</param>
/// <param name="IsText">Whether it stands between quotes, which are not part of it.</param>
internal readonly record struct SieveGap(int Start, int End, bool IsText);
