// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Features;

namespace DistillGuard.Groups;

/// <summary>What a block of an account's prompts adds up to: style, length and hashed n-grams. 88 bytes, whatever was sent; no text.</summary>
/// <remarks>Whole numbers, so that two blocks alike differ by nothing at all. Not thread-safe.</remarks>
internal struct PromptSum
{
    /// <summary>Prompts of a full block. Blocks that are compared are equally long, or the shorter one would stray further by chance.</summary>
    public const int Full = 10;

    private const int Edges = 5;
    private const int FirstEdge = AccountHabit.StyleDimensions - Edges;

    private Sums _values;
    private short _count;

    public readonly bool IsFull => _count == Full;

    public void Add(in PromptStyle style, in PromptSketch sketch)
    {
        _values[0] += style.Length;
        _values[1] += style.Lines;
        _values[2] += style.Digits;
        _values[3] += style.Marks;
        _values[4] += style.Capitals;
        _values[5] += style.WordLength;
        for (int i = 0; i < Edges; i++)
        {
            _values[FirstEdge + i] += (short)(((int)style.Edges >> i) & 1);
        }

        // Four dimensions of the sketch in one: a random projection of a random projection.
        for (int i = 0; i < PromptSketch.Dimensions; i++)
        {
            _values[AccountHabit.StyleDimensions + (i % AccountHabit.NGramDimensions)] += sketch[i];
        }

        _count++;
    }

    /// <summary>What a later block has more of than an earlier one.</summary>
    public static void Change(in PromptSum earlier, in PromptSum later, Span<float> change)
    {
        for (int i = 0; i < AccountHabit.Dimensions; i++)
        {
            change[i] = later._values[i] - earlier._values[i];
        }
    }

    [InlineArray(AccountHabit.Dimensions)]
    private struct Sums
    {
        private short _first;
    }
}
