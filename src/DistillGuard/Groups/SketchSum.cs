// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Features;

namespace DistillGuard.Groups;

/// <summary>The sum of an account's sketches: what its questions are about on the whole. 516 bytes.</summary>
internal struct SketchSum
{
    public Sums Values;
    public int Count;

    public void Add(in PromptSketch sketch)
    {
        for (int i = 0; i < PromptSketch.Dimensions; i++)
        {
            Values[i] += sketch[i];
        }

        Count++;
    }

    [InlineArray(PromptSketch.Dimensions)]
    public struct Sums
    {
        private int _first;
    }
}
