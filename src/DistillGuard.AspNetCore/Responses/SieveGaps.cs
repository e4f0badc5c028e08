// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Where in a JSON text the values stand that nobody wanted: texts without their quotes, and numbers, <c>true</c>, <c>false</c> and <c>null</c>.</summary>
/// <remarks>Filled by a <see cref="JsonSieve"/>; the places are those of one call of its <c>Read</c>. Bounded; not thread-safe.</remarks>
internal sealed class SieveGaps
{
    /// <summary>Most that are kept.</summary>
    public const int Capacity = 16;

    private readonly SieveGap[] _gaps = new SieveGap[Capacity];
    private int _count;

    /// <summary>Whether there were more than are kept.</summary>
    public bool AreTooMany { get; private set; }

    /// <summary>Those noted, in the text's order.</summary>
    public ReadOnlySpan<SieveGap> All => _gaps.AsSpan(0, _count);

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _count = 0;
        AreTooMany = false;
    }

    /// <summary>Notes one.</summary>
    /// <param name="start">Its first byte.</param>
    /// <param name="end">The byte behind it.</param>
    /// <param name="isText">Whether it stands between quotes.</param>
    public void Add(int start, int end, bool isText)
    {
        if (_count < Capacity)
        {
            _gaps[_count++] = new SieveGap(start, end, isText);
        }
        else
        {
            AreTooMany = true;
        }
    }
}
