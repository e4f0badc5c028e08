// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Samples;

/// <summary>What the phrase search is measured on: 4 KB each, unless the name says otherwise.</summary>
public enum SearchedText
{
    /// <summary>Generated English prose.</summary>
    English,

    /// <summary>Generated English prose of 256 bytes.</summary>
    English256,

    /// <summary>Generated English prose of 64 KB.</summary>
    English65536,

    /// <summary>Generated Chinese prose.</summary>
    Chinese,

    /// <summary>Generated code.</summary>
    Code,

    /// <summary>Nothing but phrases, one after the other.</summary>
    Hostile,
}
