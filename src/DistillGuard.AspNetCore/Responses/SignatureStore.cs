// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Exchanges;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>Collects the reasoning signatures of one answer, each once, within a bound. Reused; not thread-safe.</summary>
internal sealed class SignatureStore
{
    private const int FirstRoom = 1024;

    private readonly int _mostBytes;
    private readonly int[] _ends;
    private byte[] _text = [];
    private int _count;
    private int _open;
    private bool _isOpenTooLong;

    public SignatureStore(GatewayOptions options)
    {
        _mostBytes = options.MaxSignatureBytes;
        _ends = new int[options.MaxSignatures];
    }

    /// <summary>Bytes of memory held.</summary>
    public int Room => _text.Length;

    /// <summary>Signatures that found no room.</summary>
    public int Dropped { get; private set; }

    private int Length => _count == 0 ? 0 : _ends[_count - 1];

    public void Clear()
    {
        _count = 0;
        _open = 0;
        _isOpenTooLong = false;
        Dropped = 0;
    }

    /// <summary>Takes a whole signature.</summary>
    public void Add(ReadOnlySpan<byte> signature)
    {
        Close();
        AddPiece(signature);
        Close();
    }

    /// <summary>Takes the next piece of a signature.</summary>
    public void AddPiece(ReadOnlySpan<byte> piece)
    {
        int start = Length + _open;
        if (_isOpenTooLong || start + piece.Length > _mostBytes)
        {
            _isOpenTooLong |= !piece.IsEmpty;
            return;
        }

        if (start + piece.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Min(_mostBytes, Math.Max(Math.Max(FirstRoom, _text.Length * 2), start + piece.Length)));
        }

        piece.CopyTo(_text.AsSpan(start));
        _open += piece.Length;
    }

    /// <summary>Ends the signature whose pieces came so far; half a signature is none.</summary>
    public void Close()
    {
        bool isNew = _isOpenTooLong || (_open > 0 && !IsKnown(_text.AsSpan(Length, _open)));
        if (isNew && (_isOpenTooLong || _count == _ends.Length))
        {
            Dropped++;
        }
        else if (isNew)
        {
            _ends[_count] = Length + _open;
            _count++;
        }

        _open = 0;
        _isOpenTooLong = false;
    }

    /// <summary>Takes note of a signature that was too long to be handed over at all.</summary>
    public void Drop() => Dropped++;

    /// <summary>Copies what was collected.</summary>
    public IssuedSignatures Copy() =>
        _count == 0 ? IssuedSignatures.None : new IssuedSignatures(_text.AsSpan(0, Length), _ends.AsSpan(0, _count));

    private bool IsKnown(ReadOnlySpan<byte> signature)
    {
        int start = 0;
        for (int i = 0; i < _count; i++)
        {
            if (signature.SequenceEqual(_text.AsSpan(start.._ends[i])))
            {
                return true;
            }

            start = _ends[i];
        }

        return false;
    }
}
