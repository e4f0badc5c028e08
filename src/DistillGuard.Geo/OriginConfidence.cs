// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo;

/// <summary>How far a country may be trusted. It says how readings agree, not how probable they are.</summary>
public enum OriginConfidence : byte
{
    /// <summary>No country is known.</summary>
    None,

    /// <summary>Readings disagree, the source itself doubts, or its answers for this country are known to be weak.</summary>
    Low,

    /// <summary>One reading, nothing to compare it with.</summary>
    Medium,

    /// <summary>Two readings agree: the located and the registered country.</summary>
    High,
}
