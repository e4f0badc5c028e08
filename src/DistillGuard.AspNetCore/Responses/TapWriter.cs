// SPDX-License-Identifier: MIT

using System.IO.Pipelines;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>The server's own writer, looked at as it is advanced: nothing is copied.</summary>
internal sealed class TapWriter : PipeWriter
{
    private readonly ResponseTap _tap;
    private readonly PipeWriter _server;
    private Memory<byte> _lent;

    public TapWriter(ResponseTap tap, PipeWriter server)
    {
        _tap = tap;
        _server = server;
    }

    public override bool CanGetUnflushedBytes => _server.CanGetUnflushedBytes;

    public override long UnflushedBytes => _server.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _lent = _server.GetMemory(sizeHint);

    // The memory behind a span is asked for, because a span cannot be kept until Advance.
    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if ((uint)bytes <= (uint)_lent.Length)
        {
            _tap.See(_lent.Span[..bytes]);
            _lent = _lent[bytes..];
        }

        _server.Advance(bytes);
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        _lent = default;
        ValueTask<FlushResult> written = _server.WriteAsync(source, cancellationToken);
        _tap.See(source.Span);
        return written;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        _lent = default;
        return _server.FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => _server.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => _server.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => _server.CompleteAsync(exception);
}
