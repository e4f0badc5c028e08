// SPDX-License-Identifier: MIT

using System.Collections;
using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>The reasoning blobs of one answer, back to back. Immutable.</summary>
internal sealed class IssuedSignatures : IReadOnlyList<ReadOnlyMemory<byte>>
{
    private readonly byte[] _text;
    private readonly int[] _ends;

    /// <summary>Copies blobs that stand back to back.</summary>
    public IssuedSignatures(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends)
    {
        _text = text.ToArray();
        _ends = ends.ToArray();
    }

    public static IssuedSignatures None { get; } = new([], []);

    public int Count => _ends.Length;

    public ReasoningSignatures View => new(_text, _ends);

    public ReadOnlyMemory<byte> this[int index] => _text.AsMemory((index == 0 ? 0 : _ends[index - 1]).._ends[index]);

    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
