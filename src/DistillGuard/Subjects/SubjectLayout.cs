// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Subjects;

/// <summary>Plans what every profile remembers: each detector reserves its slots once, while the guard is built. Not thread-safe.</summary>
public sealed class SubjectLayout
{
    private const int Alignment = 8;

    private readonly int[] _bytes = new int[Enum.GetValues<SubjectKind>().Length];

    internal SubjectLayout()
    {
    }

    /// <summary>Slots handed out so far.</summary>
    internal int Reserved { get; private set; }

    /// <summary>Reserves room for a <typeparamref name="TState"/> in every profile of a kind.</summary>
    /// <typeparam name="TState">Plain data. A new profile holds zero bytes.</typeparam>
    public StateSlot<TState> Reserve<TState>(SubjectKind kind)
        where TState : unmanaged
    {
        ref int bytes = ref _bytes[(int)kind];
        var slot = new StateSlot<TState>(kind, bytes);
        bytes += (Unsafe.SizeOf<TState>() + Alignment - 1) / Alignment * Alignment;
        Reserved++;
        return slot;
    }

    /// <summary>Bytes of state in one profile of a kind.</summary>
    internal int BytesPer(SubjectKind kind) => _bytes[(int)kind];
}
