// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Samples;

/// <summary>What the phrase search is measured on: 4 KB each.</summary>
public enum SearchedText
{
    /// <summary>Generated English prose.</summary>
    English,

    /// <summary>Generated Chinese prose.</summary>
    Chinese,

    /// <summary>Generated code.</summary>
    Code,

    /// <summary>Nothing but phrases, one after the other.</summary>
    Hostile,
}
