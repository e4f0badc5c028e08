// SPDX-License-Identifier: MIT

using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules.Packs;

/// <summary>A file that a manifest lists.</summary>
/// <param name="Path">Path inside the pack, with slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Place">Where the manifest lists it.</param>
internal readonly record struct PackFile(string Path, string Sha256, Place Place);
