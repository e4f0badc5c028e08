// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Signals;

namespace DistillGuard.Verdicts;

/// <summary>One number for every <see cref="SignalFamily"/>, indexed by it.</summary>
[InlineArray(Count)]
internal struct FamilyScores
{
    /// <summary>Number of families.</summary>
    public const int Count = (int)SignalFamily.Distribution + 1;

    private float _first;
}
