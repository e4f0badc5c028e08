// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Testing.Benchmarks;

/// <summary>What rules hit, counted.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct RuleQuality
{
    private int _benign;
    private int _benignHits;
    private int _others;
    private int _otherHits;

    /// <summary>Bytes of all prompts.</summary>
    public long Bytes { get; private set; }

    /// <summary>Benign prompts of a thousand that are hit; NaN when there are none.</summary>
    public readonly double BenignPerThousand => PerThousand(_benignHits, _benign);

    /// <summary>Other prompts of a thousand that are hit; NaN when there are none.</summary>
    public readonly double OthersPerThousand => PerThousand(_otherHits, _others);

    /// <summary>Counts a prompt.</summary>
    public void Add(bool isHit, bool isBenign, int bytes)
    {
        Bytes += bytes;
        _benign += isBenign ? 1 : 0;
        _benignHits += isBenign && isHit ? 1 : 0;
        _others += isBenign ? 0 : 1;
        _otherHits += !isBenign && isHit ? 1 : 0;
    }

    private static double PerThousand(int hits, int prompts) => prompts == 0 ? double.NaN : 1000.0 * hits / prompts;
}
