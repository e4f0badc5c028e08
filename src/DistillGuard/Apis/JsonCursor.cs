// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Verdicts;

namespace DistillGuard.Apis;

/// <summary>
/// Walks through one JSON body. Every method leaves the cursor on the last token of the value it read; after the first
/// failure nothing moves any more and every loop ends, so readers need not ask after each step.
/// </summary>
internal ref struct JsonCursor
{
    private readonly Span<byte> _scratch;
    private JsonScanner _scanner;

    /// <summary>Starts before the first token of valid UTF-8.</summary>
    /// <param name="body">The body, without a byte-order mark.</param>
    /// <param name="scratch">Room for names and words that contain escapes; longer ones are unknown.</param>
    /// <param name="maxDepth">Deepest nesting; the body itself is level 1.</param>
    public JsonCursor(ReadOnlySpan<byte> body, Span<byte> scratch, int maxDepth)
    {
        _scanner = new JsonScanner(body, maxDepth);
        _scratch = scratch;
    }

    /// <summary>The first failure.</summary>
    public NotEvaluatedReason Failure { get; private set; }

    /// <summary>The member that <see cref="NextMember"/> found.</summary>
    public Member Member { get; private set; }

    /// <summary>The kind of the current token.</summary>
    public readonly JsonTokenType Token => _scanner.Token;

    /// <summary>Bytes read so far.</summary>
    public readonly int Position => _scanner.Position;

    /// <summary>Longest that the current token can be once its escapes are resolved, in bytes.</summary>
    public readonly int TokenLength => _scanner.Value.Length;

    /// <summary>Stops the cursor. Only the first reason is kept.</summary>
    /// <returns>Always false.</returns>
    public bool Fail(NotEvaluatedReason reason)
    {
        if (Failure == NotEvaluatedReason.None)
        {
            Failure = reason;
        }

        return false;
    }

    /// <summary>Moves to the next token.</summary>
    public bool Advance() =>
        Failure == NotEvaluatedReason.None && (_scanner.Read() || Fail(_scanner.Failure));

    /// <summary>Refuses anything but white space after the body.</summary>
    public bool ExpectEnd() =>
        Failure == NotEvaluatedReason.None && (_scanner.IsAtEnd() || Fail(NotEvaluatedReason.InvalidJson));

    /// <summary>
    /// Whether the current value is of the kind; else the body has another shape than the API defines.
    /// </summary>
    public bool Expect(JsonTokenType token) => Token == token || Fail(NotEvaluatedReason.UnexpectedShape);

    /// <summary>
    /// Moves to the value of the object's next member that is not null, and names it in <see cref="Member"/>.
    /// </summary>
    /// <param name="seen">The members the object has had.</param>
    /// <returns>False at the object's end or after a failure.</returns>
    public bool NextMember(ref MemberSet seen)
    {
        while (Advance() && Token == JsonTokenType.PropertyName)
        {
            Member = MemberNames.Find(Word());
            if (!seen.Add(Member))
            {
                return Fail(NotEvaluatedReason.DuplicateMember);
            }

            if (!Advance())
            {
                return false;
            }

            if (Token != JsonTokenType.Null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the array's next element.</summary>
    /// <returns>False at the array's end or after a failure.</returns>
    public bool NextElement() => Advance() && Token != JsonTokenType.EndArray;

    /// <summary>Passes over the current value.</summary>
    public void Skip()
    {
        if (Token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        int depth = _scanner.Depth;
        while (Advance() && _scanner.Depth >= depth)
        {
        }
    }

    /// <summary>
    /// The current string as a word to be compared; valid until the next one. Empty when it is too long to be a known
    /// one.
    /// </summary>
    public ReadOnlySpan<byte> ReadWord() => Expect(JsonTokenType.String) ? Word() : default;

    /// <summary>Reads true or false.</summary>
    public bool ReadBoolean() =>
        Token == JsonTokenType.True
        || (Token != JsonTokenType.False && Fail(NotEvaluatedReason.UnexpectedShape));

    /// <summary>Reads a whole number, also one written as <c>1e3</c> or, as Google allows, as a string.</summary>
    public int ReadInt32() => JsonNumbers.TryReadInt32(NumberText(), out int value) ? value : Refuse();

    /// <summary>Reads a number, also one written as a string.</summary>
    public float ReadSingle() => JsonNumbers.TryReadSingle(NumberText(), out float value) ? value : Refuse();

    /// <summary>Counts strings: one alone, or those of an array.</summary>
    public int CountStrings()
    {
        if (Token == JsonTokenType.String)
        {
            return 1;
        }

        int count = 0;
        Expect(JsonTokenType.StartArray);
        while (NextElement() && Expect(JsonTokenType.String))
        {
            count++;
        }

        return count;
    }

    /// <summary>Writes the current string, name, number or literal with escapes resolved.</summary>
    /// <param name="destination">Room for <see cref="TokenLength"/> bytes.</param>
    /// <returns>Bytes written; 0 after a failure.</returns>
    public int CopyToken(Span<byte> destination)
    {
        if (!_scanner.IsEscaped)
        {
            _scanner.Value.CopyTo(destination);
            return _scanner.Value.Length;
        }

        int written = JsonUnescaper.Unescape(_scanner.Value, destination);
        if (written < 0)
        {
            Fail(NotEvaluatedReason.InvalidUtf8);
            return 0;
        }

        return written;
    }

    private int Refuse()
    {
        Fail(Token is JsonTokenType.Number ? NotEvaluatedReason.NumberOutOfRange : NotEvaluatedReason.UnexpectedShape);
        return 0;
    }

    private readonly ReadOnlySpan<byte> NumberText() =>
        Token is JsonTokenType.Number or JsonTokenType.String ? _scanner.Value : default;

    private ReadOnlySpan<byte> Word()
    {
        if (!_scanner.IsEscaped)
        {
            return _scanner.Value;
        }

        return TokenLength > _scratch.Length ? default : _scratch[..CopyToken(_scratch)];
    }
}
