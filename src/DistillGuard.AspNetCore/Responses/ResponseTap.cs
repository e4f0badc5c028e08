// SPDX-License-Identifier: MIT

using System.IO.Pipelines;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>
/// Stands in the way of the answer without being in its way: every call goes on to the server as it came, and what was written is looked at after it was
/// handed on. It changes and delays nothing.
/// </summary>
internal sealed class ResponseTap : Stream, IHttpResponseBodyFeature
{
    private readonly IHttpResponseBodyFeature _server;
    private readonly HttpResponse _response;
    private readonly ExchangeServices _services;
    private readonly long _started;
    private readonly AnswerReading _reading;
    private TapWriter? _writer;
    private long _bytes;
    private TimeSpan _firstByte;

    private ResponseTap(IHttpResponseBodyFeature server, HttpResponse response, ExchangeServices services, long started, ApiKind api)
    {
        _server = server;
        _response = response;
        _services = services;
        _started = started;
        _reading = new AnswerReading(services.Readers, services.Tally, api);
    }

    public Stream Stream => this;

    public PipeWriter Writer => _writer ??= new TapWriter(this, _server.Writer);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether the end of the answer was seen.</summary>
    public bool IsWhole => _reading.IsWhole;

    /// <summary>Puts a tap in the way of a request's answer.</summary>
    /// <returns>The tap, or <see langword="null"/> when the server has no body to tap.</returns>
    public static ResponseTap? Install(HttpContext context, ExchangeServices services, long started, ApiKind api)
    {
        if (context.Features.Get<IHttpResponseBodyFeature>() is not { } server)
        {
            return null;
        }

        var tap = new ResponseTap(server, context.Response, services, started, api);
        context.Features.Set<IHttpResponseBodyFeature>(tap);
        return tap;
    }

    /// <summary>Gives the server its place back: what is written from now on is not an answer of the upstream.</summary>
    public void Remove(HttpContext context)
    {
        // Who put something over us and left it there is not to be undone.
        if (ReferenceEquals(context.Features.Get<IHttpResponseBodyFeature>(), this))
        {
            context.Features.Set(_server);
        }
    }

    /// <summary>Says what was seen, at the end of the exchange.</summary>
    public void Finish(ExchangeAnswer answer)
    {
        _reading.Finish(answer, answer.IsAborted);
        answer.Bytes = _bytes;
        answer.TimeToFirstByte = _firstByte;
    }

    public void DisableBuffering() => _server.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => _server.StartAsync(cancellationToken);

    public Task CompleteAsync() => _server.CompleteAsync();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        _reading.PassBy();
        return _server.SendFileAsync(path, offset, count, cancellationToken);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // The bytes go first. The caller may not touch them before it has our task, so they can be looked at until we return it.
        ValueTask written = _server.Stream.WriteAsync(buffer, cancellationToken);
        See(buffer.Span);
        return written;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        _server.Stream.Write(buffer, offset, count);
        See(buffer.AsSpan(offset, count));
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _server.Stream.Write(buffer);
        See(buffer);
    }

    public override void Flush() => _server.Stream.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _server.Stream.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Looks at bytes that go to the client.</summary>
    internal void See(ReadOnlySpan<byte> written)
    {
        if (written.IsEmpty)
        {
            return;
        }

        if (_bytes == 0)
        {
            _firstByte = _services.Time.GetElapsedTime(_started);
        }

        _bytes += written.Length;
        _reading.Read(_response, written);
    }
}
