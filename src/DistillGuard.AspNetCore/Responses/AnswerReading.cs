// SPDX-License-Identifier: MIT

using System.Buffers;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Requests;
using DistillGuard.Requests;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>The reading of one answer: begins with its first byte, when its headers are known; whatever goes wrong ends the reading and nothing else.</summary>
/// <remarks>
/// Events are gathered before they are read: a word comes by itself, and read by itself it would find the reader's code and tables out of the processor's caches.
/// </remarks>
internal sealed class AnswerReading
{
    /// <summary>The most bytes of events that are gathered.</summary>
    internal const int MostGathered = 4 * 1024;

    private readonly AnswerReaders _readers;
    private readonly GatewayTally _tally;
    private readonly ApiKind _api;
    private AnswerReader? _reader;
    private AnswerDecoder? _decoder;
    private byte[] _gathered = [];
    private int _length;
    private bool _isGathered;
    private bool _hasBegun;
    private bool _isCut;

    public AnswerReading(AnswerReaders readers, GatewayTally tally, ApiKind api)
    {
        _readers = readers;
        _tally = tally;
        _api = api;
    }

    /// <summary>Whether the end of the answer was seen.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Looks at bytes of the answer.</summary>
    public void Read(HttpResponse response, ReadOnlySpan<byte> written)
    {
        try
        {
            if (!_hasBegun)
            {
                _hasBegun = true;
                Begin(response);
            }

            if (_isGathered)
            {
                Gather(written);
            }
            else
            {
                ReadNow(written);
            }
        }
        catch (Exception exception)
        {
            Cut(exception);
        }
    }

    /// <summary>Takes note that the answer goes past us: as a file, for one.</summary>
    public void PassBy()
    {
        if (_api != ApiKind.Unknown && !_isCut)
        {
            _hasBegun = true;
            ReadRest();
            if (!_isCut)
            {
                Cut(GatewayEvent.UnreadAnswer);
            }
        }
    }

    /// <summary>Ends the reading and says what was read.</summary>
    public void Finish(ExchangeAnswer answer, bool isAborted)
    {
        if (_reader is not { } reader)
        {
            return;
        }

        ReadRest();
        _reader = null;
        reader.Finish(answer);
        IsWhole = reader.IsWhole;
        _tally.Count(GatewayEvent.DroppedSignature, answer.DroppedSignatures);
        if (reader.IsMalformed && !_isCut)
        {
            _tally.Count(GatewayEvent.MalformedAnswer);
        }
        else if (!reader.IsWhole && !isAborted && !_isCut)
        {
            _tally.Count(GatewayEvent.TruncatedAnswer);
        }

        _readers.Return(reader);
        _decoder?.Dispose();
        _decoder = null;
    }

    private void Begin(HttpResponse response)
    {
        if (_api == ApiKind.Unknown)
        {
            return;
        }

        AnswerForm? form = FormOf(response.ContentType);
        string? encoding = response.Headers.ContentEncoding;
        if (form is not null && !DecodedBody.IsPlain(encoding))
        {
            _decoder = AnswerDecoder.Create(encoding!);
            form = _decoder is null ? null : form;
        }

        if (form is null)
        {
            Cut(GatewayEvent.UnreadAnswer);
            return;
        }

        _reader = _readers.Rent();
        _reader.Begin(_api, form.Value);
        _isGathered = form == AnswerForm.Events;
    }

    private void Gather(ReadOnlySpan<byte> written)
    {
        if (_length + written.Length > MostGathered)
        {
            ReadGathered();
        }

        if (written.Length > MostGathered)
        {
            ReadNow(written);
            return;
        }

        if (_gathered.Length == 0)
        {
            _gathered = ArrayPool<byte>.Shared.Rent(MostGathered);
        }

        written.CopyTo(_gathered.AsSpan(_length));
        _length += written.Length;
    }

    private void ReadGathered()
    {
        int length = _length;
        _length = 0;
        if (length > 0)
        {
            ReadNow(_gathered.AsSpan(0, length));
        }
    }

    private void ReadNow(ReadOnlySpan<byte> bytes)
    {
        if (_decoder is not null)
        {
            _decoder.Read(bytes, _reader!);
        }
        else
        {
            _reader?.Read(bytes);
        }
    }

    // No more comes; the bytes go back to the pool.
    private void ReadRest()
    {
        try
        {
            ReadGathered();
        }
        catch (Exception exception)
        {
            Cut(exception);
        }

        _isGathered = false;
        if (_gathered.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_gathered);
            _gathered = [];
        }
    }

    private static AnswerForm? FormOf(string? type)
    {
        if (string.IsNullOrEmpty(type) || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
        {
            return AnswerForm.Undecided;
        }

        if (type.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            return AnswerForm.Events;
        }

        return type.Contains("json", StringComparison.OrdinalIgnoreCase) ? AnswerForm.Json : null;
    }

    private void Cut(Exception why) => Cut(why is InvalidDataException ? GatewayEvent.MalformedAnswer : GatewayEvent.Fault);

    // What was read up to here stays; the rest is passed over. The reader is returned at the end.
    private void Cut(GatewayEvent why)
    {
        _isCut = true;
        _isGathered = false;
        _tally.Count(why);
        _decoder?.Dispose();
        _decoder = null;
        _reader?.PassOver();
    }
}
