// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Reading;

/// <summary>Where a value stands in a document: its path, and the line and column counted from 1.</summary>
internal readonly record struct Place(string Path, int Line, int Column);
