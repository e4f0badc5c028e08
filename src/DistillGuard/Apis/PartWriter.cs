// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Requests;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

/// <summary>
/// Copies what a <see cref="JsonCursor"/> stands on into a request buffer. Empty texts are no pieces.
/// </summary>
internal readonly struct PartWriter
{
    private readonly RequestBuffer _buffer;
    private readonly int _maxParts;

    public PartWriter(RequestBuffer buffer, int maxParts)
    {
        _buffer = buffer;
        _maxParts = maxParts;
    }

    /// <summary>The parameters.</summary>
    public ref SamplingParameters Sampling => ref _buffer.Sampling;

    /// <summary>Number of pieces so far.</summary>
    public int Count => _buffer.PartCount;

    /// <summary>Adds the current string.</summary>
    public void AddString(ref JsonCursor json, MessageRole role, TextKind kind, int message)
    {
        if (!json.Expect(JsonTokenType.String))
        {
            return;
        }

        int start = _buffer.TextLength;
        AppendToken(ref json);
        Commit(ref json, start, role, kind, message);
    }

    /// <summary>Adds the current string, or any other value as <see cref="AddJson"/> does.</summary>
    public void AddStringOrJson(ref JsonCursor json, MessageRole role, TextKind kind, int message)
    {
        if (json.Token == JsonTokenType.String)
        {
            AddString(ref json, role, kind, message);
        }
        else
        {
            AddJson(ref json, role, kind, message);
        }
    }

    /// <summary>
    /// Adds the current value as one text: JSON without white space, its strings with escapes resolved. The same value
    /// gives the same text however it was written, and nothing hides behind an escape; it is meant for reading, not
    /// for parsing again.
    /// </summary>
    public void AddJson(ref JsonCursor json, MessageRole role, TextKind kind, int message)
    {
        int start = _buffer.TextLength;
        int level = 0;
        bool follows = false;
        do
        {
            bool closes = json.Token is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (follows && !closes)
            {
                AppendByte((byte)',');
            }

            follows = AppendJsonToken(ref json);
            level += json.Token is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : closes ? -1 : 0;
        }
        while (level > 0 && json.Advance());

        Commit(ref json, start, role, kind, message);
    }

    /// <summary>Sets the model's name to the current string.</summary>
    public void SetModel(ref JsonCursor json) => _buffer.SetModel(ReadId(ref json));

    /// <summary>Sets the end-user id to the current string.</summary>
    public void SetEndUser(ref JsonCursor json) => _buffer.SetEndUser(ReadId(ref json));

    /// <summary>Sets the id of the continued response to the current string.</summary>
    public void SetPreviousResponse(ref JsonCursor json) => _buffer.SetPreviousResponse(ReadId(ref json));

    /// <summary>
    /// Gives the prompts from piece <paramref name="first"/> on a role; what a tool says is a result, not a prompt.
    /// </summary>
    public void SettleRole(int first, MessageRole role) =>
        _buffer.Settle(first, role, role == MessageRole.Tool ? TextKind.ToolResult : TextKind.Prompt);

    /// <summary>Says that the prompts from piece <paramref name="first"/> on are the model's reasoning.</summary>
    public void SettleReasoning(int first) => _buffer.Settle(first, MessageRole.Assistant, TextKind.Reasoning);

    /// <summary>Takes back the piece added last, if any was added since there were <paramref name="count"/>.</summary>
    public void RemoveLastSince(int count)
    {
        if (_buffer.PartCount > count)
        {
            _buffer.RemoveLast();
        }
    }

    private void Commit(ref JsonCursor json, int start, MessageRole role, TextKind kind, int message)
    {
        if (_buffer.TextLength == start || json.Failure != NotEvaluatedReason.None)
        {
            return;
        }

        if (_buffer.PartCount == _maxParts)
        {
            json.Fail(NotEvaluatedReason.TooManyParts);
            return;
        }

        _buffer.CommitSince(start, role, kind, message);
    }

    // The room is reserved, not kept: the buffer then copies the id onto itself and keeps it as text outside the
    // pieces.
    private ReadOnlySpan<byte> ReadId(ref JsonCursor json)
    {
        if (!json.Expect(JsonTokenType.String))
        {
            return default;
        }

        Span<byte> space = _buffer.Reserve(json.TokenLength);
        return space[..json.CopyToken(space)];
    }

    private bool AppendJsonToken(ref JsonCursor json)
    {
        switch (json.Token)
        {
            case JsonTokenType.StartObject:
                AppendByte((byte)'{');
                return false;
            case JsonTokenType.StartArray:
                AppendByte((byte)'[');
                return false;
            case JsonTokenType.EndObject:
                AppendByte((byte)'}');
                return true;
            case JsonTokenType.EndArray:
                AppendByte((byte)']');
                return true;
            case JsonTokenType.PropertyName:
                AppendQuoted(ref json);
                AppendByte((byte)':');
                return false;
            case JsonTokenType.String:
                AppendQuoted(ref json);
                return true;
            default:
                AppendToken(ref json);
                return true;
        }
    }

    private void AppendQuoted(ref JsonCursor json)
    {
        AppendByte((byte)'"');
        AppendToken(ref json);
        AppendByte((byte)'"');
    }

    private void AppendToken(ref JsonCursor json) => _buffer.Advance(json.CopyToken(_buffer.Reserve(json.TokenLength)));

    private void AppendByte(byte value)
    {
        _buffer.Reserve(1)[0] = value;
        _buffer.Advance(1);
    }
}
