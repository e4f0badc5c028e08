// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>Reads what a line says came back; a part of <see cref="LineDecoder"/>.</summary>
internal sealed class ResponseDecoder
{
    private readonly LineScanner _values;
    private readonly LineTexts _texts;
    private readonly List<LineFault> _faults;
    private int? _status;
    private long? _cachedTokens;
    private long? _inputTokens;
    private long? _outputTokens;
    private TimeSpan? _duration;

    public ResponseDecoder(LineScanner values, LineTexts texts, List<LineFault> faults)
    {
        _values = values;
        _texts = texts;
        _faults = faults;
    }

    /// <summary>A view of what was decoded last.</summary>
    public TrafficLogResponse View => new()
    {
        Status = _status,
        Id = _texts.Utf8(LogMember.ResponseId),
        Model = _texts.Utf8(LogMember.ResponseModel),
        Error = _texts.Utf8(LogMember.ResponseError),
        Refusal = _texts.Utf8(LogMember.ResponseRefusal),
        TextHash = _texts.Utf8(LogMember.ResponseTextHash),
        CachedTokens = _cachedTokens,
        InputTokens = _inputTokens,
        OutputTokens = _outputTokens,
        FinishReason = _texts.Utf8(LogMember.ResponseFinishReason),
        Duration = _duration,
        ReasoningSignatures = _texts.Signatures,
    };

    /// <summary>Forgets the numbers; the texts are forgotten where they are kept.</summary>
    public void Clear()
    {
        _status = null;
        _cachedTokens = null;
        _inputTokens = null;
        _outputTokens = null;
        _duration = null;
    }

    /// <summary>Decodes the response of a line whose form has been checked.</summary>
    /// <returns>Whether the line may be delivered.</returns>
    public bool Decode(ReadOnlySpan<byte> line)
    {
        AddText(LogMember.ResponseId, line);
        AddText(LogMember.ResponseModel, line);
        AddText(LogMember.ResponseError, line);
        AddText(LogMember.ResponseRefusal, line);
        AddText(LogMember.ResponseTextHash, line);
        AddText(LogMember.ResponseFinishReason, line);
        _status = (int?)Count(LogMember.ResponseStatus, line, int.MaxValue);
        _cachedTokens = Count(LogMember.ResponseCachedTokens, line, long.MaxValue);
        _inputTokens = Count(LogMember.ResponseInputTokens, line, long.MaxValue);
        _outputTokens = Count(LogMember.ResponseOutputTokens, line, long.MaxValue);
        _duration = Milliseconds(LogMember.ResponseDuration, line);
        return DecodeSignatures(line);
    }

    private void AddText(LogMember member, ReadOnlySpan<byte> line)
    {
        LogValue value = _values[member];
        if (value.Kind == LogValueKind.Text)
        {
            _texts.AddUtf8(member, value, line);
        }
    }

    private long? Count(LogMember member, ReadOnlySpan<byte> line, long largest)
    {
        LogValue value = _values[member];
        if (value.Kind == LogValueKind.Null)
        {
            return null;
        }

        if (LogNumber.TryParseCount(value.In(line), largest, out long count))
        {
            return count;
        }

        _faults.Add(new LineFault(LineFaultKind.NotACount, value.Start, member));
        return null;
    }

    private TimeSpan? Milliseconds(LogMember member, ReadOnlySpan<byte> line)
    {
        LogValue value = _values[member];
        if (value.Kind == LogValueKind.Null)
        {
            return null;
        }

        if (LogNumber.TryParseMilliseconds(value.In(line), out TimeSpan duration))
        {
            return duration;
        }

        _faults.Add(new LineFault(LineFaultKind.NotADuration, value.Start, member));
        return null;
    }

    private bool DecodeSignatures(ReadOnlySpan<byte> line)
    {
        const LogMember Member = LogMember.ResponseReasoningSignatures;
        if (_values[Member].Kind == LogValueKind.Null)
        {
            return true;
        }

        var elements = new LogArrayReader(_values[Member], line);
        while (elements.Read(out LogValue element))
        {
            if (element.Kind != LogValueKind.Text)
            {
                _faults.Add(new LineFault(LineFaultKind.WrongElement, element.Start, Member, element.Kind));
                return false;
            }

            _texts.AddSignature(element, line);
        }

        return true;
    }
}
