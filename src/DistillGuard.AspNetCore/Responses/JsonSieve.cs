// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.AspNetCore.Responses;

/// <summary>
/// Finds a few values in a JSON text that arrives in pieces, cut anywhere, without keeping the rest: the long texts of an answer are stepped over, not stored.
/// </summary>
/// <remarks>
/// It never throws and its memory is bounded, whatever arrives. It checks the structure only as far as it needs to know where it is. Not thread-safe.
/// <c>Utf8JsonReader</c> is the oracle of its tests.
/// </remarks>
internal sealed class JsonSieve
{
    private const int MaxDepth = 64;
    private const int FirstRoom = 512;

    private readonly ISieveTarget _target;
    private readonly int _mostRoom;
    private readonly ulong[] _paths = new ulong[MaxDepth + 1];
    private readonly byte[] _name = new byte[AnswerMembers.LongestName];
    private byte[] _value = new byte[FirstRoom];
    private SieveMode _mode;
    private ulong _objects;
    private ulong _path;
    private int _depth;
    private int _nameLength;
    private int _valueLength;
    private bool _isWanted;
    private bool _isTooLong;
    private bool _isEscaped;
    private bool _isAfterBackslash;

    /// <summary>Makes a sieve.</summary>
    /// <param name="target">Who gets the values.</param>
    /// <param name="mostRoom">The longest value, in bytes.</param>
    public JsonSieve(ISieveTarget target, int mostRoom)
    {
        _target = target;
        _mostRoom = mostRoom;
    }

    /// <summary>The values that nobody wanted; whoever uses it clears it before a text that comes in one piece.</summary>
    public SieveGaps Gaps { get; } = new();

    /// <summary>Bytes of memory held for values.</summary>
    public int Room => _value.Length;

    /// <summary>Whether the text so far is not JSON; the rest of it is passed over.</summary>
    public bool IsBroken => _mode == SieveMode.Broken;

    /// <summary>Whether a whole value was read.</summary>
    public bool IsWhole => _mode == SieveMode.Done;

    /// <summary>Whether nothing but white space was read.</summary>
    public bool IsEmpty => _mode == SieveMode.Value && _depth == 0;

    /// <summary>Begins a new text.</summary>
    public void Reset()
    {
        _mode = SieveMode.Value;
        _depth = 0;
        _objects = 0;
        _path = AnswerPath.Root;
        _isAfterBackslash = false;
    }

    /// <summary>Reads on.</summary>
    public void Read(ReadOnlySpan<byte> text)
    {
        int position = 0;
        while (position < text.Length && _mode != SieveMode.Broken)
        {
            position = _mode switch
            {
                SieveMode.InName => ReadName(text, position),
                SieveMode.InString => ReadString(text, position),
                SieveMode.InLiteral => ReadLiteral(text, position),
                _ => ReadStructure(text, position),
            };
        }
    }

    /// <summary>Ends the text: a number at its very end is whole now.</summary>
    public void End()
    {
        if (_mode == SieveMode.InLiteral && _depth == 0)
        {
            EndLiteral();
        }
    }

    // From one value to the next. Names and strings that are there as a whole, as most are, are read on the way.
    private int ReadStructure(ReadOnlySpan<byte> text, int position)
    {
        while (position < text.Length)
        {
            byte next = text[position++];
            if (next is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                continue;
            }

            switch (_mode)
            {
                case SieveMode.Value:
                case SieveMode.ValueOrEnd when next != (byte)']':
                    position = BeginValue(text, position, next);
                    break;
                case SieveMode.ValueOrEnd:
                    Close();
                    break;
                case SieveMode.NameOrEnd when next == (byte)'}':
                    Close();
                    break;
                case SieveMode.Name or SieveMode.NameOrEnd when next == (byte)'"':
                    _nameLength = 0;
                    _mode = SieveMode.InName;
                    position = ReadName(text, position);
                    break;
                case SieveMode.Colon when next == (byte)':':
                    _mode = SieveMode.Value;
                    break;
                case SieveMode.CommaOrEnd:
                    ReadAfterValue(next);
                    break;
                default:
                    _mode = SieveMode.Broken;
                    break;
            }

            if (_mode >= SieveMode.InName)
            {
                break;
            }
        }

        return position;
    }

    private void ReadAfterValue(byte next)
    {
        bool isInObject = (_objects >> (_depth - 1) & 1) != 0;
        if (next == (byte)',')
        {
            _mode = isInObject ? SieveMode.Name : SieveMode.Value;
        }
        else if (next == (isInObject ? (byte)'}' : (byte)']'))
        {
            Close();
        }
        else
        {
            _mode = SieveMode.Broken;
        }
    }

    private int BeginValue(ReadOnlySpan<byte> text, int position, byte next)
    {
        switch (next)
        {
            case (byte)'{':
                Open(isObject: true);
                return position;
            case (byte)'[':
                Open(isObject: false);
                return position;
            case (byte)'"':
                BeginCapture();
                _mode = SieveMode.InString;
                return ReadString(text, position);
            case var first when JsonStops.BeginsLiteral(first):
                BeginCapture();
                _mode = SieveMode.InLiteral;
                return ReadLiteral(text, position - 1);
            default:
                _mode = SieveMode.Broken;
                return position;
        }
    }

    private void Open(bool isObject)
    {
        if (_depth == MaxDepth)
        {
            _mode = SieveMode.Broken;
            return;
        }

        ulong bit = 1UL << _depth;
        _objects = isObject ? _objects | bit : _objects & ~bit;
        _paths[_depth++] = _path;
        _mode = isObject ? SieveMode.NameOrEnd : SieveMode.ValueOrEnd;
    }

    private void Close()
    {
        _path = _paths[--_depth];
        EndValue();
    }

    // The elements of an array have the array's own path; a member's path is that of its object and its name.
    private void EndValue()
    {
        _mode = _depth > 0 ? SieveMode.CommaOrEnd : SieveMode.Done;
        if (_depth > 0)
        {
            _path = _paths[_depth - 1];
        }
    }

    private int ReadName(ReadOnlySpan<byte> text, int start)
    {
        int end = StepOver(text, start, out bool isEnd);
        ReadOnlySpan<byte> piece = text[start..(isEnd ? end - 1 : end)];
        if (isEnd && _nameLength == 0)
        {
            EndName(piece);
            return end;
        }

        if (_nameLength + piece.Length <= _name.Length)
        {
            piece.CopyTo(_name.AsSpan(_nameLength));
        }

        _nameLength = Math.Min(_nameLength + piece.Length, _name.Length + 1);
        if (isEnd)
        {
            EndName(_name.AsSpan(0, Math.Min(_nameLength, _name.Length)));
        }

        return end;
    }

    private void EndName(ReadOnlySpan<byte> name)
    {
        ulong parent = _paths[_depth - 1];
        _mode = SieveMode.Colon;
        if (parent == ulong.MaxValue || _nameLength > _name.Length)
        {
            _path = ulong.MaxValue; // below what leads nowhere, and longer than any known name, nothing is looked up
            return;
        }

        AnswerMember member = AnswerMembers.Find(name);

        // An event of a stream wraps the answer as one of these; what is inside then has the path it has in a plain answer.
        bool isEnvelope = parent == AnswerPath.Root && (member is AnswerMember.Response or AnswerMember.Message);
        _path = isEnvelope ? AnswerPath.Root : AnswerPath.Child(parent, member);
    }

    private int ReadString(ReadOnlySpan<byte> text, int start)
    {
        int end = StepOver(text, start, out bool isEnd);
        if (_isWanted)
        {
            Capture(text[start..(isEnd ? end - 1 : end)]);
        }
        else
        {
            Gaps.Add(start, isEnd ? end - 1 : end, isText: true);
        }

        if (isEnd)
        {
            Give(JsonTokenType.String);
            if (_mode != SieveMode.Broken)
            {
                EndValue();
            }
        }

        return end;
    }

    // To behind the closing quote, or as far as the text reaches.
    private int StepOver(ReadOnlySpan<byte> text, int position, out bool isEnd)
    {
        isEnd = false;
        while (position < text.Length)
        {
            if (_isAfterBackslash)
            {
                _isAfterBackslash = false;
                position++;
                continue;
            }

            position = JsonStops.OfString(text, position);
            if (position == text.Length)
            {
                break;
            }

            if (text[position++] == (byte)'"')
            {
                isEnd = true;
                break;
            }

            _isEscaped = true;
            _isAfterBackslash = true;
        }

        return position;
    }

    private int ReadLiteral(ReadOnlySpan<byte> text, int start)
    {
        int end = JsonStops.OfLiteral(text, start);
        if (_isWanted)
        {
            Capture(text[start..end]);
        }
        else
        {
            Gaps.Add(start, end, isText: false);
        }

        if (end < text.Length)
        {
            EndLiteral();
        }

        return end;
    }

    private void EndLiteral()
    {
        if (_isWanted && _valueLength > 0 && _value[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9'))
        {
            Give(JsonTokenType.Number);
        }

        EndValue();
    }

    private void BeginCapture()
    {
        _valueLength = 0;
        _isEscaped = false;
        _isTooLong = false;
        _isWanted = _path != ulong.MaxValue && _target.Wants(_path);
    }

    private void Capture(ReadOnlySpan<byte> piece)
    {
        if (_isTooLong)
        {
            return;
        }

        if (_valueLength + piece.Length > _mostRoom)
        {
            _isTooLong = true;
            return;
        }

        if (_valueLength + piece.Length > _value.Length)
        {
            Array.Resize(ref _value, Math.Min(_mostRoom, Math.Max(_value.Length * 2, _valueLength + piece.Length)));
        }

        piece.CopyTo(_value.AsSpan(_valueLength));
        _valueLength += piece.Length;
    }

    private void Give(JsonTokenType kind)
    {
        if (!_isWanted)
        {
            return;
        }

        if (_isTooLong)
        {
            _target.TakeTooLong(_path);
            return;
        }

        ReadOnlySpan<byte> value = _value.AsSpan(0, _valueLength);
        if (kind == JsonTokenType.String && _isEscaped)
        {
            if (!JsonEscapes.TryResolve(_value.AsSpan(0, _valueLength), out int length))
            {
                _mode = SieveMode.Broken;
                return;
            }

            value = value[..length];
        }

        _target.Take(_path, kind, value);
    }
}
