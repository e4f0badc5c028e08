// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;

namespace DistillGuard.Signals;

/// <summary>Where detectors put their signals: bounded, on the stack, counting what it had to drop.</summary>
/// <remarks>A plain struct passed by reference: a <c>ref struct</c> here would let the compiler assume it keeps the context.</remarks>
public struct SignalBuffer
{
    /// <summary>Most signals of one request. What comes after is counted in <see cref="Dropped"/>.</summary>
    public const int Capacity = SignalList.Capacity;

    /// <summary>Most signals of one family: a prompt that hits every rule must not push out what other families found.</summary>
    public const int FamilyCapacity = Capacity / 2;

    private SignalList _signals;

    /// <summary>Number of signals held.</summary>
    public int Count { readonly get; private set; }

    /// <summary>Signals that found no room.</summary>
    public int Dropped { readonly get; private set; }

    /// <summary>The signals held, in the order they were added.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<Signal> Signals => ((ReadOnlySpan<Signal>)_signals)[..Count];

    /// <summary>Adds a signal, or counts it as dropped when the buffer or its family's share of it is full.</summary>
    /// <exception cref="ArgumentException">The signal has no description: it is a default value.</exception>
    public void Add(in Signal signal)
    {
        if (signal.Info is null)
        {
            throw new ArgumentException("A signal needs a description; make it with its constructor.", nameof(signal));
        }

        if (Count == Capacity || (Count >= FamilyCapacity && CountOf(signal.Info.Family) >= FamilyCapacity))
        {
            Dropped++;
            return;
        }

        _signals[Count++] = signal;
    }

    /// <summary>Takes back what was added since <paramref name="count"/> signals were held: a faulty detector's part.</summary>
    internal void Truncate(int count, int dropped)
    {
        Count = Math.Min(Count, count);
        Dropped = Math.Min(Dropped, dropped);
    }

    private readonly int CountOf(SignalFamily family)
    {
        int count = 0;
        foreach (ref readonly Signal signal in Signals)
        {
            count += signal.Info.Family == family ? 1 : 0;
        }

        return count;
    }
}
