// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>
/// The opaque reasoning blobs (or their hashes) that a response issued: borrowed UTF-8, read without allocation.
/// </summary>
public readonly ref struct ReasoningSignatures
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly ReadOnlySpan<int> _ends;

    /// <summary>Makes a list of blobs that stand back to back.</summary>
    /// <param name="text">All blobs, UTF-8.</param>
    /// <param name="ends">For each blob the position behind its last byte in <paramref name="text"/>,
    /// ascending.</param>
    /// <exception cref="ArgumentException">The ends descend or reach beyond the text.</exception>
    public ReasoningSignatures(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends)
    {
        int last = 0;
        foreach (int end in ends)
        {
            if (end < last || end > text.Length)
            {
                throw new ArgumentException(
                    $"An end ({end}) lies before the one before it ({last}) or beyond the text ({text.Length}).",
                    nameof(ends));
            }

            last = end;
        }

        _text = text;
        _ends = ends;
    }

    /// <summary>Number of blobs.</summary>
    public int Count => _ends.Length;

    /// <summary>One blob, UTF-8.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no blob of that number.</exception>
    public ReadOnlySpan<byte> this[int index] => _text[(index == 0 ? 0 : _ends[index - 1]).._ends[index]];

    /// <summary>Walks the blobs in the order they stand.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks the blobs.</summary>
    public ref struct Enumerator
    {
        private readonly ReasoningSignatures _signatures;
        private int _index;

        internal Enumerator(ReasoningSignatures signatures)
        {
            _signatures = signatures;
            _index = -1;
        }

        /// <summary>The blob the walk stands at, UTF-8.</summary>
        public readonly ReadOnlySpan<byte> Current => _signatures[_index];

        /// <summary>Steps to the next blob.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => ++_index < _signatures.Count;
    }
}
