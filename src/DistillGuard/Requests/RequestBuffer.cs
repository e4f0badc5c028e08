// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Requests;

/// <summary>
/// Memory that holds one request's content at a time: filled by a reader or by hand, then looked at through
/// <see cref="Content"/>.
/// </summary>
/// <remarks>
/// Made to be reused: it grows to the largest request it has seen and then allocates nothing. It keeps a
/// request's text until <see cref="Clear"/>, so pool it, never cache it. Not thread-safe: one buffer serves one
/// request at a time.
/// </remarks>
public sealed class RequestBuffer
{
    private const int FirstTextCapacity = 16 * 1024;
    private const int FirstPartCapacity = 32;

    private byte[] _text = new byte[FirstTextCapacity];
    private TextPart[] _parts = new TextPart[FirstPartCapacity];
    private SamplingParameters _sampling = new();
    private int _textLength;
    private int _partCount;
    private Range _model;
    private Range _endUser;
    private Range _previousResponse;

    /// <summary>A view of what the buffer holds; valid until the buffer is changed.</summary>
    public RequestContent Content => new(
        _text.AsSpan(0, _textLength),
        _parts.AsSpan(0, _partCount),
        in _sampling,
        _text.AsSpan(_model),
        _text.AsSpan(_endUser),
        _text.AsSpan(_previousResponse));

    /// <summary>The parameters, to be set member by member.</summary>
    public ref SamplingParameters Sampling => ref _sampling;

    /// <summary>Number of pieces added.</summary>
    public int PartCount => _partCount;

    /// <summary>Bytes of text held.</summary>
    public int TextLength => _textLength;

    /// <summary>Bytes of text there is room for.</summary>
    internal int TextCapacity => _text.Length;

    /// <summary>Forgets the request; its text is overwritten with zeros, so that no prompt lies about in pooled memory.</summary>
    public void Clear()
    {
        _text.AsSpan(0, _textLength).Clear();
        _textLength = 0;
        _partCount = 0;
        _sampling = new SamplingParameters();
        _model = default;
        _endUser = default;
        _previousResponse = default;
    }

    /// <summary>Adds a piece of UTF-8 text.</summary>
    public void Add(MessageRole role, ReadOnlySpan<byte> utf8, TextKind kind = TextKind.Prompt, int message = 0)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Commit(utf8.Length, role, kind, message);
    }

    /// <summary>Adds a piece of UTF-16 text. Lone surrogates become U+FFFD.</summary>
    public void Add(MessageRole role, ReadOnlySpan<char> text, TextKind kind = TextKind.Prompt, int message = 0)
    {
        Span<byte> space = Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        int written = Encoding.UTF8.GetBytes(text, space);
        Commit(written, role, kind, message);
    }

    /// <summary>Sets the model's name.</summary>
    public void SetModel(ReadOnlySpan<byte> utf8) => _model = Append(utf8);

    /// <summary>Sets the end-user id.</summary>
    public void SetEndUser(ReadOnlySpan<byte> utf8) => _endUser = Append(utf8);

    /// <summary>Sets the id of the response this request continues.</summary>
    public void SetPreviousResponse(ReadOnlySpan<byte> utf8) => _previousResponse = Append(utf8);

    /// <summary>Adds what the API carries in the URL; what the body says stands.</summary>
    internal void AddFromUrl(ReadOnlySpan<byte> model, bool stream)
    {
        if (_model.Equals(default) && !model.IsEmpty)
        {
            SetModel(model);
        }

        _sampling.Stream |= stream;
    }

    /// <summary>
    /// Gives room for text of at most <paramref name="length"/> bytes; <see cref="Commit"/> makes it a piece.
    /// </summary>
    internal Span<byte> Reserve(int length)
    {
        int needed = checked(_textLength + length);
        if (needed > _text.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, Math.Max(needed, _text.Length * 2L)));
        }

        return _text.AsSpan(_textLength, length);
    }

    /// <summary>Makes the first <paramref name="length"/> bytes of the room just reserved a piece of text.</summary>
    internal void Commit(int length, MessageRole role, TextKind kind, int message)
    {
        int start = _textLength;
        _textLength += length;
        CommitSince(start, role, kind, message);
    }

    /// <summary>
    /// Keeps the first <paramref name="length"/> bytes of the room just reserved, as the beginning of a longer piece.
    /// </summary>
    internal void Advance(int length) => _textLength += length;

    /// <summary>Makes all text from <paramref name="start"/> on a piece.</summary>
    internal void CommitSince(int start, MessageRole role, TextKind kind, int message)
    {
        if (_partCount == _parts.Length)
        {
            Array.Resize(ref _parts, _parts.Length * 2);
        }

        _parts[_partCount++] = new TextPart(start, _textLength - start, role, kind, message);
    }

    /// <summary>
    /// Gives the prompts from piece <paramref name="first"/> on their role and kind: a body may name them only after
    /// the text.
    /// </summary>
    internal void Settle(int first, MessageRole role, TextKind kind)
    {
        Span<TextPart> parts = _parts.AsSpan(first, _partCount - first);
        for (int i = 0; i < parts.Length; i++)
        {
            TextPart part = parts[i];
            if (part.Kind == TextKind.Prompt)
            {
                parts[i] = new TextPart(part.Start, part.Length, role, kind, part.Message);
            }
        }
    }

    /// <summary>Takes back the piece added last.</summary>
    internal void RemoveLast() => _textLength = _parts[--_partCount].Start;

    private Range Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Range range = _textLength..(_textLength + utf8.Length);
        _textLength += utf8.Length;
        return range;
    }
}
