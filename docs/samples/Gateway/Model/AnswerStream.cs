// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DistillGuard.Samples.Gateway.Model;

/// <summary>Writes a streamed answer event by event: as server-sent events, or as the items of one JSON array.</summary>
internal sealed class AnswerStream
{
    /// <summary>How the made-up model writes JSON.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _body;
    private readonly bool _isArray;
    private bool _isBegun;

    public AnswerStream(Stream body, bool isArray)
    {
        _body = body;
        _isArray = isArray;
    }

    /// <summary>Writes and flushes one event.</summary>
    public Task WriteAsync(StreamEvent part, CancellationToken cancellation)
    {
        string data = part.Data.ToJsonString(Json);
        string text = _isArray ? (_isBegun ? ",\r\n" : "[") + data
            : part.Name is null ? $"data: {data}\n\n"
            : $"event: {part.Name}\ndata: {data}\n\n";
        _isBegun = true;
        return SendAsync(text, cancellation);
    }

    /// <summary>Ends the stream.</summary>
    /// <param name="last">Data of a last event; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task EndAsync(string? last, CancellationToken cancellation) =>
        _isArray ? SendAsync(_isBegun ? "]" : "[]", cancellation)
        : last is null ? Task.CompletedTask
        : SendAsync($"data: {last}\n\n", cancellation);

    private async Task SendAsync(string text, CancellationToken cancellation)
    {
        await _body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await _body.FlushAsync(cancellation);
    }
}
