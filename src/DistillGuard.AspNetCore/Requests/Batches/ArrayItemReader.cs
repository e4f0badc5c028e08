// SPDX-License-Identifier: MIT

using System.Buffers;

namespace DistillGuard.AspNetCore.Requests.Batches;

/// <summary>
/// Cuts the objects out of the array in an object that arrives in pieces: <c>{"requests":[{…},{…}]}</c>. Not thread-safe; it never throws.
/// </summary>
/// <remarks>It counts brackets outside texts and judges nothing: whether an item is JSON is found out when it is read.</remarks>
internal sealed class ArrayItemReader : IPassingBody, IDisposable
{
    private const int ItemDepth = 3;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> TextStops = SearchValues.Create("\"\\"u8);

    private readonly ItemBuffer _item;
    private readonly IBatchSink _sink;
    private int _depth;
    private bool _isInText;
    private bool _isAfterBackslash;
    private bool _isOver;

    /// <summary>Makes a reader.</summary>
    /// <param name="bound">The longest item, in bytes.</param>
    /// <param name="sink">Who gets the items.</param>
    public ArrayItemReader(int bound, IBatchSink sink)
    {
        _item = new ItemBuffer(bound);
        _sink = sink;
    }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> passing)
    {
        while (!passing.IsEmpty && !_isOver)
        {
            bool wasInItem = _depth >= ItemDepth;
            int length = _isInText ? StepOverText(passing) : StepToMark(passing);
            ReadOnlySpan<byte> piece = passing[..length];
            if (_depth >= ItemDepth)
            {
                // An item begins with its bracket, not with the comma before it.
                _item.Add(wasInItem ? piece : piece[^1..]);
            }

            passing = passing[length..];
            if (!_isInText && !piece.IsEmpty)
            {
                EndPiece(piece[^1]);
            }
        }
    }

    public void Dispose() => _item.Dispose();

    // Up to and with the next mark; a text begins with one.
    private int StepToMark(ReadOnlySpan<byte> text)
    {
        int mark = text.IndexOfAny(Marks);
        if (mark < 0)
        {
            return text.Length;
        }

        switch (text[mark])
        {
            case (byte)'"':
                _isInText = true;
                break;
            case (byte)'{' or (byte)'[':
                _depth++;
                break;
        }

        return mark + 1;
    }

    private int StepOverText(ReadOnlySpan<byte> text)
    {
        if (_isAfterBackslash)
        {
            _isAfterBackslash = false;
            return 1;
        }

        int stop = text.IndexOfAny(TextStops);
        if (stop < 0)
        {
            return text.Length;
        }

        _isAfterBackslash = text[stop] == (byte)'\\';
        _isInText = _isAfterBackslash;
        return stop + 1;
    }

    private void EndPiece(byte last)
    {
        if (last is not ((byte)'}' or (byte)']'))
        {
            return;
        }

        if (_depth == ItemDepth)
        {
            EndItem();
        }

        _depth--;
        _isOver |= _depth <= 0;
    }

    private void EndItem()
    {
        if (_item.IsTooLong)
        {
            _sink.LargeItem();
        }
        else if (!_item.IsEmpty)
        {
            _isOver = !_sink.Item(_item.Bytes);
        }

        _item.Clear();
    }
}
