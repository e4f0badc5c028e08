// SPDX-License-Identifier: MIT

using System.Buffers;

namespace DistillGuard.AspNetCore.Requests.Batches;

/// <summary>Collects the bytes of one item that arrives in pieces, within a bound. Pooled: dispose it. Not thread-safe.</summary>
internal sealed class ItemBuffer : IDisposable
{
    private const int FirstRoom = 16 * 1024;

    private readonly int _bound;
    private byte[] _bytes = [];
    private int _length;

    public ItemBuffer(int bound) => _bound = bound;

    public bool IsEmpty => _length == 0 && !IsTooLong;

    /// <summary>Whether the item is longer than the bound; it is no longer collected then.</summary>
    public bool IsTooLong { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public void Add(ReadOnlySpan<byte> piece)
    {
        if (IsTooLong || _length + piece.Length > _bound)
        {
            IsTooLong |= !piece.IsEmpty;
            return;
        }

        if (_length + piece.Length > _bytes.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(FirstRoom, _bytes.Length * 2), _length + piece.Length));
            Bytes.CopyTo(larger);
            GiveBack();
            _bytes = larger;
        }

        piece.CopyTo(_bytes.AsSpan(_length));
        _length += piece.Length;
    }

    public void Clear()
    {
        _length = 0;
        IsTooLong = false;
    }

    public void Dispose()
    {
        GiveBack();
        _bytes = [];
        Clear();
    }

    private void GiveBack()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }
}
