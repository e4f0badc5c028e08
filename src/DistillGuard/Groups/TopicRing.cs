// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Features;

namespace DistillGuard.Groups;

/// <summary>The topics of an account's latest single questions. Not thread-safe.</summary>
/// <remarks>
/// A topic is the signs of sixteen random projections of a question's sketch (Charikar, 2002): questions about the same thing have the same one
/// often, others seldom, and nobody can tell from it what was asked.
/// </remarks>
internal struct TopicRing
{
    public const int Capacity = 8;

    private const int Bits = 16;
    private const int PerBit = PromptSketch.Dimensions / Bits;

    private Topics _topics;
    private byte _next;
    private byte _count;

    public readonly int Count => _count;

    public void Add(in PromptSketch sketch)
    {
        _topics[_next] = TopicOf(in sketch);
        _next = (byte)((_next + 1) % Capacity);
        _count = (byte)Math.Min(Capacity, _count + 1);
    }

    public readonly void CopyTo(Span<ushort> topics)
    {
        for (int i = 0; i < _count; i++)
        {
            topics[i] = _topics[i];
        }
    }

    private static ushort TopicOf(in PromptSketch sketch)
    {
        int topic = 0;
        for (int bit = 0; bit < Bits; bit++)
        {
            int sum = 0;
            for (int i = 0; i < PerBit; i++)
            {
                sum += sketch[(bit * PerBit) + i];
            }

            topic |= sum > 0 ? 1 << bit : 0;
        }

        return (ushort)topic;
    }

    [InlineArray(Capacity)]
    private struct Topics
    {
        private ushort _first;
    }
}
