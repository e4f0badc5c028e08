// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

/// <summary>A place for one <typeparamref name="TState"/> in every profile of a kind, handed out once by <see cref="SubjectLayout"/>.</summary>
/// <typeparam name="TState">Plain data; all zero bytes is its first value.</typeparam>
public readonly struct StateSlot<TState>
    where TState : unmanaged
{
    internal StateSlot(SubjectLayout layout, SubjectKind kind, int offset)
    {
        Layout = layout;
        Kind = kind;
        Offset = offset;
    }

    /// <summary>The kind of subject that carries the state.</summary>
    public SubjectKind Kind { get; }

    /// <summary>The plan that handed the slot out; <see langword="null"/> in a default value, which fits no profile.</summary>
    internal SubjectLayout? Layout { get; }

    internal int Offset { get; }
}
