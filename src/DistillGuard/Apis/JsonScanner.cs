// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using System.Text.Json;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

/// <summary>
/// Cuts valid UTF-8 into the tokens of one JSON object, as strictly as RFC 8259 and without ever throwing.
/// </summary>
/// <remarks>
/// <c>Utf8JsonReader</c> is the oracle of its tests and finds the same tokens. It is not used itself because it looks
/// at every byte of a string after its first escape, and prompts are full of <c>\n</c>; and because it throws at bad
/// JSON, which a client could send in every request. Comments and trailing commas are refused.
/// </remarks>
internal ref struct JsonScanner
{
    private readonly ReadOnlySpan<byte> _body;
    private readonly int _maxDepth;
    private JsonLevels _levels;
    private JsonExpectation _expected;
    private int _position;
    private int _valueStart;
    private int _valueLength;
    private bool _isInObject;

    /// <summary>Starts before the first token.</summary>
    /// <param name="body">Valid UTF-8 without a byte-order mark.</param>
    /// <param name="maxDepth">Deepest nesting, 1 to 512; the outermost object is level 1.</param>
    public JsonScanner(ReadOnlySpan<byte> body, int maxDepth)
    {
        _body = body;
        _maxDepth = maxDepth;
    }

    /// <summary>The kind of the current token.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>What stopped the scanner.</summary>
    public NotEvaluatedReason Failure { get; private set; }

    /// <summary>Whether the current string or name contains escapes.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>Containers open after the current token.</summary>
    public int Depth { get; private set; }

    /// <summary>Bytes scanned so far.</summary>
    public readonly int Position => _position;

    /// <summary>
    /// The current string or name without its quotes, escapes unresolved; or the current number or literal.
    /// </summary>
    public readonly ReadOnlySpan<byte> Value => _body.Slice(_valueStart, _valueLength);

    /// <summary>Moves to the next token.</summary>
    /// <returns>False after a failure, also when the body ends before its outermost value does.</returns>
    public bool Read()
    {
        if (!SkipWhiteSpace())
        {
            return Fail(NotEvaluatedReason.Truncated);
        }

        byte next = _body[_position];
        switch (_expected)
        {
            case JsonExpectation.Value:
                return ReadValue(next);
            case JsonExpectation.ValueOrEnd:
                return next == (byte)']' ? Close(JsonTokenType.EndArray) : ReadValue(next);
            case JsonExpectation.NameOrEnd:
                return next == (byte)'}' ? Close(JsonTokenType.EndObject) : ReadName(next);
            case JsonExpectation.CommaOrEnd:
                return ReadAfterValue(next);
            default:
                return Fail(NotEvaluatedReason.InvalidJson);
        }
    }

    /// <summary>Whether nothing but white space follows.</summary>
    public bool IsAtEnd() => !SkipWhiteSpace();

    private bool Fail(NotEvaluatedReason reason)
    {
        Failure = reason;
        return false;
    }

    // Inlined up to here, because mostly there is none: RequestReaderBenchmarks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool SkipWhiteSpace() =>
        ((uint)_position < (uint)_body.Length && _body[_position] > (byte)' ') || SkipSomeWhiteSpace();

    private bool SkipSomeWhiteSpace()
    {
        while ((uint)_position < (uint)_body.Length)
        {
            byte next = _body[_position];
            if (next > (byte)' ' || next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return true;
            }

            _position++;
        }

        return false;
    }

    private bool ReadAfterValue(byte next)
    {
        if (next == (_isInObject ? (byte)'}' : (byte)']'))
        {
            return Close(_isInObject ? JsonTokenType.EndObject : JsonTokenType.EndArray);
        }

        if (next != (byte)',')
        {
            return Fail(NotEvaluatedReason.InvalidJson);
        }

        _position++;
        if (!SkipWhiteSpace())
        {
            return Fail(NotEvaluatedReason.Truncated);
        }

        return _isInObject ? ReadName(_body[_position]) : ReadValue(_body[_position]);
    }

    private bool ReadName(byte next)
    {
        if (next != (byte)'"')
        {
            return Fail(NotEvaluatedReason.InvalidJson);
        }

        if (!ReadString(JsonTokenType.PropertyName))
        {
            return false;
        }

        if (!SkipWhiteSpace())
        {
            return Fail(NotEvaluatedReason.Truncated);
        }

        if (_body[_position] != (byte)':')
        {
            return Fail(NotEvaluatedReason.InvalidJson);
        }

        _position++;
        _expected = JsonExpectation.Value;
        return true;
    }

    private bool ReadValue(byte next)
    {
        switch (next)
        {
            case (byte)'"':
                return ReadString(JsonTokenType.String);
            case (byte)'{':
                return Open(JsonTokenType.StartObject);
            case (byte)'[':
                return Open(JsonTokenType.StartArray);
            case (byte)'t':
                return ReadLiteral("true"u8, JsonTokenType.True);
            case (byte)'f':
                return ReadLiteral("false"u8, JsonTokenType.False);
            case (byte)'n':
                return ReadLiteral("null"u8, JsonTokenType.Null);
            default:
                return ReadNumber();
        }
    }

    private bool Open(JsonTokenType token)
    {
        if (Depth == _maxDepth)
        {
            return Fail(NotEvaluatedReason.TooDeep);
        }

        _isInObject = token == JsonTokenType.StartObject;
        _levels.Set(Depth++, _isInObject);
        _expected = _isInObject ? JsonExpectation.NameOrEnd : JsonExpectation.ValueOrEnd;
        SetToken(token, _position, 1);
        _position++;
        return true;
    }

    private bool Close(JsonTokenType token)
    {
        Depth--;
        _isInObject = Depth > 0 && _levels.IsObject(Depth - 1);
        SetToken(token, _position, 1);
        _position++;
        EndValue();
        return true;
    }

    private void EndValue() => _expected = Depth > 0 ? JsonExpectation.CommaOrEnd : JsonExpectation.Nothing;

    private void SetToken(JsonTokenType token, int start, int length)
    {
        Token = token;
        IsEscaped = false;
        _valueStart = start;
        _valueLength = length;
    }

    private bool ReadString(JsonTokenType token)
    {
        int start = _position + 1;
        NotEvaluatedReason failure = JsonStrings.FindEnd(_body, start, out int end, out bool isEscaped);
        _position = end;
        if (failure != NotEvaluatedReason.None)
        {
            return Fail(failure);
        }

        SetToken(token, start, end - start);
        IsEscaped = isEscaped;
        _position++;
        EndValue();
        return true;
    }

    private bool ReadLiteral(ReadOnlySpan<byte> literal, JsonTokenType token)
    {
        ReadOnlySpan<byte> rest = _body[_position..];
        if (!rest.StartsWith(literal))
        {
            return Fail(literal.StartsWith(rest) ? NotEvaluatedReason.Truncated : NotEvaluatedReason.InvalidJson);
        }

        SetToken(token, _position, literal.Length);
        _position += literal.Length;
        EndValue();
        return true;
    }

    private bool ReadNumber()
    {
        int length = JsonNumbers.Measure(_body[_position..]);
        if (length <= 0)
        {
            return Fail(length == 0 ? NotEvaluatedReason.InvalidJson : NotEvaluatedReason.Truncated);
        }

        SetToken(JsonTokenType.Number, _position, length);
        _position += length;
        EndValue();
        return true;
    }
}
