// SPDX-License-Identifier: MIT

using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>
/// Reads one answer as it passes, as JSON or as server-sent events: usage, why it ended, refusal, error, issued reasoning signatures. Texts are stepped over.
/// </summary>
/// <remarks>It never throws for what an upstream sends; memory is bounded. Reused from answer to answer; not thread-safe.</remarks>
internal sealed class AnswerReader : ISieveTarget, IEventSink
{
    private const int LongestSignature = 64 * 1024;
    private const int LongestWord = 128;
    private const int LargeRoom = 64 * 1024;

    private readonly JsonSieve _sieve;
    private readonly EventStreamReader _events;
    private readonly SignatureStore _signatures;
    private readonly AnswerUsage _usage = new();
    private readonly KnownEvent _known = new();
    private ApiKind _api;
    private AnswerForm _form;
    private EventData _data;
    private string? _id;
    private string? _model;
    private string _latestModel = string.Empty;
    private string? _status;
    private string? _errorCode;
    private string? _errorType;
    private string? _finish;
    private string? _category;
    private bool _hasRefusalText;
    private bool _hasTold;
    private bool _isEnded;

    public AnswerReader(GatewayOptions options)
    {
        _sieve = new JsonSieve(this, LongestSignature);
        _events = new EventStreamReader(this);
        _signatures = new SignatureStore(options);
    }

    /// <summary>Whether a part of it was not what the API defines.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Whether its end was seen.</summary>
    public bool IsWhole => _form == AnswerForm.Events ? _isEnded : _sieve.IsWhole;

    /// <summary>Whether long signatures made it hold more memory than is worth keeping.</summary>
    public bool IsLarge => _sieve.Room + _signatures.Room > LargeRoom;

    /// <summary>Whether it comes in parts as they are made.</summary>
    public bool IsStreamed { get; private set; }

    /// <summary>Begins an answer.</summary>
    /// <param name="api">The API it belongs to.</param>
    /// <param name="form">How it comes.</param>
    public void Begin(ApiKind api, AnswerForm form)
    {
        _api = api;
        _form = form;
        _sieve.Reset();
        _events.Reset();
        _signatures.Clear();
        _usage.Clear();
        _known.Clear();
        _data = EventData.Beginning;
        _id = _model = _status = _errorCode = _errorType = _finish = _category = null;
        _hasRefusalText = _isEnded = IsMalformed = false;
        IsStreamed = form == AnswerForm.Events;
    }

    /// <summary>Reads on.</summary>
    public void Read(ReadOnlySpan<byte> written)
    {
        switch (_form)
        {
            case AnswerForm.Undecided:
                Decide(written);
                break;
            case AnswerForm.Json:
                _sieve.Read(written);
                break;
            case AnswerForm.Events:
                _events.Read(written);
                break;
        }
    }

    /// <summary>Reads no further.</summary>
    public void PassOver() => _form = AnswerForm.PassedOver;

    /// <summary>Says what was read.</summary>
    public void Finish(ExchangeAnswer answer)
    {
        _sieve.End();
        _signatures.Close();
        IsMalformed |= _sieve.IsBroken;
        answer.Id = _id;
        answer.Model = _model;
        answer.Error = _errorCode ?? _errorType;
        answer.FinishReason = _finish ?? _status;
        answer.Refusal = _category ?? AnswerRefusal.Of(_finish) ?? (_hasRefusalText ? AnswerRefusal.Unnamed : null);
        answer.InputTokens = _usage.Input;
        answer.OutputTokens = _usage.Output;
        answer.CachedTokens = _usage.Cached;
        answer.Issued = _signatures.Copy();
        answer.DroppedSignatures = _signatures.Dropped;
        answer.IsStreamed = IsStreamed;
    }

    bool ISieveTarget.Wants(ulong path) => FieldOf(path) switch
    {
        AnswerField.None => false,
        AnswerField.Id => _id is null,
        AnswerField.Model => _model is null,
        AnswerField.RefusalText => !_hasRefusalText,
        _ => true,
    };

    void ISieveTarget.Take(ulong path, JsonTokenType kind, ReadOnlySpan<byte> value)
    {
        AnswerField field = FieldOf(path);
        _hasTold |= field != AnswerField.EventType;
        switch (field)
        {
            case AnswerField.Signature:
                _signatures.Add(value);
                break;
            case AnswerField.SignaturePiece:
                _signatures.AddPiece(value);
                break;
            case AnswerField.EventType:
                TakeEventType(value);
                break;
            case AnswerField.RefusalText:
                _hasRefusalText |= !value.IsEmpty;
                break;
            default:
                TakeWord(field, kind, value);
                break;
        }
    }

    void ISieveTarget.TakeTooLong(ulong path)
    {
        AnswerField field = FieldOf(path);
        _hasTold = true;
        if (field is AnswerField.Signature or AnswerField.SignaturePiece)
        {
            _signatures.Drop();
        }
        else if (field == AnswerField.RefusalText)
        {
            _hasRefusalText = true;
        }
    }

    int IEventSink.StepOver(ReadOnlySpan<byte> text)
    {
        int length = _data == EventData.Beginning ? _known.Match(text) : 0;
        if (length > 0)
        {
            _data = EventData.Known;
        }

        return length;
    }

    void IEventSink.Data(ReadOnlySpan<byte> piece)
    {
        switch (_data)
        {
            case EventData.Beginning when piece[0] == (byte)'{':
                _data = EventData.Json;
                ReadObject(piece);
                break;
            case EventData.Known:
                // A second line of an event whose first was whole.
                IsMalformed |= piece.ContainsAnyExcept(" \t\r\n"u8);
                break;
            default:
                ReadData(piece);
                break;
        }
    }

    void IEventSink.EndEvent()
    {
        if (_data is not (EventData.Done or EventData.Known))
        {
            _sieve.End();
            IsMalformed |= !_sieve.IsWhole;
        }

        _data = EventData.Beginning;
        _sieve.Reset();
    }

    private void ReadObject(ReadOnlySpan<byte> beginning)
    {
        _hasTold = false;
        _sieve.Gaps.Clear();
        _sieve.Read(beginning);
        if (_sieve.IsWhole && !_hasTold)
        {
            _known.Learn(beginning, _sieve.Gaps);
        }
    }

    private void ReadData(ReadOnlySpan<byte> piece)
    {
        // "[DONE]" is the one thing in these streams that is no JSON; a cut may fall inside it.
        while (_data != EventData.Json && !piece.IsEmpty)
        {
            if (_data < EventData.Done && piece[0] == "[DONE]"u8[(int)_data])
            {
                _data++;
                _isEnded |= _data == EventData.Done;
                piece = piece[1..];
            }
            else
            {
                _sieve.Read("[DONE]"u8[..(int)_data]);
                _data = EventData.Json;
            }
        }

        _sieve.Read(piece);
    }

    private AnswerField FieldOf(ulong path) => _api switch
    {
        ApiKind.OpenAIChatCompletions => ChatCompletionsAnswer.Find(path),
        ApiKind.OpenAIResponses => ResponsesAnswer.Find(path),
        ApiKind.AnthropicMessages => MessagesAnswer.Find(path),
        ApiKind.GoogleGenerateContent => GenerateContentAnswer.Find(path),
        _ => AnswerField.None,
    };

    private void Decide(ReadOnlySpan<byte> written)
    {
        int start = written.IndexOfAnyExcept(" \t\r\n"u8);
        if (start >= 0)
        {
            // An upstream that does not state its type still sends one of the two.
            _form = written[start] is (byte)'{' or (byte)'[' ? AnswerForm.Json : AnswerForm.Events;
            IsStreamed = _form == AnswerForm.Events;
            Read(written[start..]);
        }
    }

    private void TakeEventType(ReadOnlySpan<byte> type)
    {
        if (type.SequenceEqual("content_block_stop"u8) || type.SequenceEqual("message_delta"u8))
        {
            _hasTold = true;
            _signatures.Close();
        }

        _isEnded |= type.SequenceEqual("message_stop"u8) || type.SequenceEqual("error"u8) || type.SequenceEqual("response.completed"u8)
            || type.SequenceEqual("response.incomplete"u8) || type.SequenceEqual("response.failed"u8);
    }

    private void TakeWord(AnswerField field, JsonTokenType kind, ReadOnlySpan<byte> value)
    {
        if (kind == JsonTokenType.Number && field is not (AnswerField.ErrorCode or AnswerField.ErrorType))
        {
            IsMalformed |= !Utf8Parser.TryParse(value, out long tokens, out int used) || used != value.Length || !_usage.Take(field, tokens);
            return;
        }

        if (value.Length is 0 or > LongestWord)
        {
            return;
        }

        switch (field)
        {
            case AnswerField.Id:
                _id = Encoding.UTF8.GetString(value);
                break;
            case AnswerField.Model:
                // One reader meets few models, again and again.
                _latestModel = Ascii.Equals(value, _latestModel) ? _latestModel : Encoding.UTF8.GetString(value);
                _model = _latestModel;
                break;
            case AnswerField.Status:
                _status = AnswerWords.Find(value);
                break;
            case AnswerField.ErrorCode:
                _errorCode = AnswerWords.Find(value);
                break;
            case AnswerField.ErrorType:
                _errorType = AnswerWords.Find(value);
                break;
            case AnswerField.RefusalCategory:
                _category = AnswerWords.Find(value);
                _isEnded |= _api == ApiKind.GoogleGenerateContent;
                break;
            case AnswerField.FinishReason:
                TakeFinish(AnswerWords.Find(value));
                break;
        }
    }

    // Of several choices the one that was refused tells most.
    private void TakeFinish(string reason)
    {
        _finish = AnswerRefusal.Of(_finish) is null ? reason : _finish;
        _isEnded |= _api == ApiKind.GoogleGenerateContent;
    }
}
