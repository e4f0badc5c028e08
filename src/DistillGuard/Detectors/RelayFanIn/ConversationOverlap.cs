// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.RelayFanIn;

/// <summary>
/// How many conversations are held at the same time: those that go on after another one had its turn, within a window. Zero bytes are none.
/// 112 bytes.
/// </summary>
/// <remarks>
/// Conversations one after the other never count, however many: a queue of tasks is not a crowd. The latest four conversations of each of eight
/// sets are remembered by 16 bits each, so a flood of single requests makes it forget. That counts too few; too many it counts once in
/// thousands of requests, when two of a set share their bits.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct ConversationOverlap
{
    private long _windowStart;
    private DistinctCount _overlapping;
    private Marks _recent;
    private ushort _latest;

    /// <summary>Takes note of a request.</summary>
    /// <param name="conversation">Hash of the conversation.</param>
    /// <param name="ticks">When it came.</param>
    /// <param name="window">Length of the window in ticks. Each begins with a request, as nothing.</param>
    /// <returns>The conversations that overlap in this window so far.</returns>
    public double Add(ulong conversation, long ticks, long window)
    {
        if (_windowStart == 0 || Math.Abs(ticks - _windowStart) >= window)
        {
            this = default;
            _windowStart = ticks;
        }

        ushort mark = (ushort)Math.Max(1, conversation >> 48); // 0 is a free place
        bool isRemembered = Remember(mark, (int)((conversation >> 32) % Marks.Sets));
        if (isRemembered && _latest != mark)
        {
            _overlapping.Add(conversation);
        }

        _latest = mark;
        return _overlapping.Estimate;
    }

    // The latest of a set stands first; the one that was silent longest makes room.
    private bool Remember(ushort mark, int set)
    {
        Span<ushort> marks = ((Span<ushort>)_recent).Slice(set * Marks.Ways, Marks.Ways);
        int place = marks.IndexOf(mark);
        marks[..(place < 0 ? Marks.Ways - 1 : place)].CopyTo(marks[1..]);
        marks[0] = mark;
        return place >= 0;
    }

    /// <summary>Sixteen bits of the latest conversations of each set.</summary>
    [InlineArray(Sets * Ways)]
    private struct Marks
    {
        public const int Sets = 8;
        public const int Ways = 4;

        private ushort _first;
    }
}
