// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DistillGuard.Subjects;

/// <summary>What the guard remembers of one subject. Locked for the caller while it is looked at.</summary>
public readonly ref struct SubjectProfile
{
    private readonly Span<byte> _state;
    private readonly SubjectLayout? _layout;
    private readonly SubjectKind _kind;

    internal SubjectProfile(SubjectKind kind, SubjectKey key, SubjectLayout layout, Span<byte> state, bool isNew)
    {
        _kind = kind;
        Key = key;
        _layout = layout;
        _state = state;
        IsPresent = true;
        IsNew = isNew;
    }

    /// <summary>The subject's keyed hash; absent when the subject is.</summary>
    public SubjectKey Key { get; }

    /// <summary>Whether the request has such a subject and it is remembered.</summary>
    public bool IsPresent { get; }

    /// <summary>Whether the subject was not remembered before this request.</summary>
    public bool IsNew { get; }

    /// <summary>The state in a slot.</summary>
    /// <exception cref="InvalidOperationException">The subject is absent, or the slot belongs to another kind or another guard.</exception>
    public ref TState State<TState>(StateSlot<TState> slot)
        where TState : unmanaged
    {
        // The range is implied by the layout; it is checked all the same, because what follows is not memory-safe without it.
        if (slot.Layout != _layout || slot.Kind != _kind || slot.Offset + Unsafe.SizeOf<TState>() > _state.Length)
        {
            ThrowWrongSlot(slot.Kind, typeof(TState));
        }

        return ref Unsafe.As<byte, TState>(ref _state[slot.Offset]);
    }

    [DoesNotReturn]
    private void ThrowWrongSlot(SubjectKind kind, Type state) => throw new InvalidOperationException(
        IsPresent
            ? $"The slot of {state.Name} is for {kind} profiles of the guard it was reserved for, not for this {_kind} profile. Reserve it from the layout this guard was built with."
            : $"This request has no {kind}, so there is no {state.Name}. Ask IsPresent first.");
}
