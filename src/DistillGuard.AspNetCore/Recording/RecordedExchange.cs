// SPDX-License-Identifier: MIT

using System.Buffers;
using DistillGuard.AspNetCore.Exchanges;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>An exchange that is to be recorded, with a copy of its body. Not thread-safe.</summary>
internal sealed class RecordedExchange
{
    private byte[] _body;

    public RecordedExchange(GuardedExchange exchange)
    {
        Exchange = exchange;
        Length = exchange.RequestBody.Length;
        _body = Length == 0 ? [] : ArrayPool<byte>.Shared.Rent(Length);
        exchange.RequestBody.CopyTo(_body);
    }

    public GuardedExchange Exchange { get; }

    public int Length { get; }

    public ReadOnlySpan<byte> Body => _body.AsSpan(0, Length);

    /// <summary>Wipes the copy and gives its memory back.</summary>
    public void Release()
    {
        byte[] body = _body;
        _body = [];
        if (body.Length > 0)
        {
            body.AsSpan(0, Length).Clear();
            ArrayPool<byte>.Shared.Return(body);
        }
    }
}
