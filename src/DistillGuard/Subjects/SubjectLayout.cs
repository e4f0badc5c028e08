// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Snapshots;

namespace DistillGuard.Subjects;

/// <summary>Plans what every profile remembers: each detector reserves its slots once, while the guard is built. Not thread-safe.</summary>
public sealed class SubjectLayout
{
    private const int Alignment = 8;

    private readonly int[] _bytes = new int[Enum.GetValues<SubjectKind>().Length];

    private readonly List<SnapshotSlot> _slots = [];
    private bool _isClosed;

    internal SubjectLayout()
    {
    }

    /// <summary>Slots handed out so far.</summary>
    internal int Reserved => _slots.Count;

    /// <summary>The slots, in the order they were handed out.</summary>
    internal IReadOnlyList<SnapshotSlot> Slots => _slots;

    /// <summary>Who reserves slots from now on: a detector's name.</summary>
    internal string Owner { get; set; } = "engine";

    /// <summary>Reserves room for a <typeparamref name="TState"/> in every profile of a kind.</summary>
    /// <typeparam name="TState">Plain data. A new profile holds zero bytes.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    /// <exception cref="InvalidOperationException">The guard is built; its profiles cannot grow any more.</exception>
    public StateSlot<TState> Reserve<TState>(SubjectKind kind)
        where TState : unmanaged
    {
        if (_isClosed)
        {
            throw new InvalidOperationException(
                $"The guard is built, so there is no room for {typeof(TState).Name} any more. Reserve slots in the detector's constructor.");
        }

        if ((int)kind >= _bytes.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of subject.");
        }

        ref int bytes = ref _bytes[(int)kind];
        var slot = new StateSlot<TState>(this, kind, bytes);
        bytes += (Unsafe.SizeOf<TState>() + Alignment - 1) / Alignment * Alignment;
        _slots.Add(new SnapshotSlot(kind, Owner, typeof(TState).FullName ?? typeof(TState).Name, Unsafe.SizeOf<TState>()));
        return slot;
    }

    /// <summary>Hands out nothing from now on.</summary>
    internal void Close() => _isClosed = true;

    /// <summary>Bytes of state in one profile of a kind.</summary>
    internal int BytesPer(SubjectKind kind) => _bytes[(int)kind];
}
