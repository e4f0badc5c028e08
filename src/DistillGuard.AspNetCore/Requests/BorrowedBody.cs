// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Requests;

/// <summary>
/// A request body whose beginning, or all of it, was read already: it gives those bytes again, then the rest as it arrives, then the error it met. Nothing
/// beyond the bound is kept, and nothing goes to a file.
/// </summary>
/// <remarks>
/// The bytes held are pooled and go back when the exchange ends. Somebody may still be reading then (a forwarder that was cancelled), so copying and giving
/// back exclude each other: another customer's bytes are never handed out.
/// </remarks>
internal sealed class BorrowedBody : Stream
{
    private const int FirstRent = 4 * 1024;
    private const int LargestFirstRent = 64 * 1024;

    private readonly Stream _source;
    private readonly BodyLimit? _limit;
    private readonly Lock _gate = new();
    private byte[] _held = [];
    private int _heldLength;
    private int _position;
    private long _passed;
    private ExceptionDispatchInfo? _failure;
    private bool _isReleased;
    private bool _isLent;

    private BorrowedBody(Stream source, BodyLimit? limit)
    {
        _source = source;
        _limit = limit;
    }

    /// <summary>What became of borrowing it.</summary>
    public BodyState State { get; private set; }

    /// <summary>The bytes held, from the beginning; valid until <see cref="Release"/>, or <see cref="EndLoan"/>.</summary>
    public ReadOnlyMemory<byte> Held => _held.AsMemory(0, _heldLength);

    /// <summary>Is shown the bytes beyond those held as they pass; it must not throw.</summary>
    public IPassingBody? Watcher { get; set; }

    public override bool CanRead => true;

    /// <summary>A body held whole can be read again, so that nobody behind us buffers it a second time.</summary>
    public override bool CanSeek => State == BodyState.Whole;

    public override bool CanWrite => false;

    public override long Length => CanSeek ? _heldLength : throw new NotSupportedException();

    public override long Position
    {
        get => CanSeek ? _position : throw new NotSupportedException();
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>Reads a body up to a bound and puts the result in its place.</summary>
    /// <param name="context">The request; it reads the borrowed body from now on.</param>
    /// <param name="bound">The most bytes to hold.</param>
    /// <param name="limit">The limit of the body that is to be kept.</param>
    public static ValueTask<BorrowedBody> BorrowAsync(HttpContext context, int bound, BodyLimit? limit)
    {
        var body = new BorrowedBody(context.Request.Body, limit);
        context.Request.Body = body;
        long stated = context.Request.ContentLength ?? FirstRent;
        return body.FillAsync((int)Math.Clamp(stated, 1, Math.Min(bound, LargestFirstRent)), bound, context.RequestAborted);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return TryReadHeld(buffer.Span, out int copied) ? ValueTask.FromResult(copied) : PassAsync(buffer, cancellationToken);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<int>(exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        Span<byte> target = buffer.AsSpan(offset, count);
        return TryReadHeld(target, out int copied) ? copied : Pass(target[.._source.Read(target)]);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        if (!CanSeek)
        {
            throw new NotSupportedException();
        }

        lock (_gate)
        {
            long target = origin switch
            {
                SeekOrigin.Begin => offset,
                SeekOrigin.Current => _position + offset,
                _ => _heldLength + offset,
            };
            ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(target, _heldLength, nameof(offset));
            return _position = (int)target;
        }
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Keeps the bytes held valid until <see cref="EndLoan"/>, even beyond <see cref="Release"/>.</summary>
    public void Lend() => _isLent = true;

    /// <summary>Ends the loan; the bytes go back now, or when they are released.</summary>
    public void EndLoan()
    {
        lock (_gate)
        {
            _isLent = false;
            GiveBackUnused();
        }
    }

    /// <summary>Gives the bytes back and the server its body; whoever reads on meets the server's own.</summary>
    public void Release(HttpContext context)
    {
        context.Request.Body = _source;
        lock (_gate)
        {
            _isReleased = true;
            GiveBackUnused();
        }
    }

    private void GiveBackUnused()
    {
        if (_isReleased && !_isLent && _held.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_held);
            _held = [];
            _heldLength = 0;
        }
    }

    private async ValueTask<int> PassAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int read = await _source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Pass(buffer.Span[..read]);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<BorrowedBody> FillAsync(int first, int bound, CancellationToken aborted)
    {
        _held = ArrayPool<byte>.Shared.Rent(first);
        try
        {
            while (true)
            {
                if (_heldLength == _held.Length)
                {
                    Grow();
                }

                int read = await _source.ReadAsync(_held.AsMemory(_heldLength), aborted).ConfigureAwait(false);
                if (read == 0)
                {
                    State = BodyState.Whole;
                    return this;
                }

                _heldLength += read;
                if (_heldLength > bound)
                {
                    State = BodyState.TooLarge;
                    return this;
                }
            }
        }
        catch (Exception exception)
        {
            // Not ours to judge: whoever reads the body next meets it where we did.
            _failure = ExceptionDispatchInfo.Capture(exception);
            State = BodyState.Broken;
            return this;
        }
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_held.Length * 2);
        _held.AsSpan(0, _heldLength).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_held);
        _held = larger;
    }

    private bool TryReadHeld(Span<byte> target, out int copied)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isReleased, this);
            copied = Math.Min(target.Length, _heldLength - _position);
            _limit?.Check(_position + copied);
            _held.AsSpan(_position, copied).CopyTo(target);
            _position += copied;
        }

        if (copied > 0 || target.IsEmpty || State == BodyState.Whole)
        {
            return true;
        }

        _failure?.Throw();
        return false;
    }

    private int Pass(ReadOnlySpan<byte> passing)
    {
        _passed += passing.Length;
        _limit?.Check(_heldLength + _passed);
        Watcher?.Read(passing);
        return passing.Length;
    }
}
