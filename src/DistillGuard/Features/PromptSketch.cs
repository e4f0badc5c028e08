// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Features;

/// <summary>What a short prompt is about, in 128 signed bytes: a keyed random projection of its byte trigrams. Two alike prompts point the same way.</summary>
/// <remarks>
/// Hashing trick with signs (Weinberger et al. 2009): the cosine of two sketches estimates that of the trigram counts with a standard error of
/// about 0.09. Bytes, not letters, so that no script is treated differently. Zero when there is no sketch.
/// </remarks>
[InlineArray(Dimensions)]
public struct PromptSketch
{
    /// <summary>Number of dimensions.</summary>
    public const int Dimensions = 128;

    private sbyte _first;
}
