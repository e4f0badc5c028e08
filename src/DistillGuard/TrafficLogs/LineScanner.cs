// SPDX-License-Identifier: MIT

using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace DistillGuard.TrafficLogs;

/// <summary>Finds where the members of one line stand. It says nothing of what their values mean.</summary>
/// <remarks>
/// The body is only stepped over: it may nest as deep as it likes and is checked to be JSON, no more.
/// </remarks>
internal sealed class LineScanner
{
    private const int LongestName = 32;

    /// <summary>Depth is bounded by the length of the line; the reader does not recurse.</summary>
    internal static readonly JsonReaderOptions Json = new() { MaxDepth = int.MaxValue };

    private readonly LogValue[] _values = new LogValue[LogMembers.Count];
    private ulong _seen;

    /// <summary>
    /// Where a member's value stands; kind <see cref="LogValueKind.Null"/> when it is null or not given.
    /// </summary>
    public LogValue this[LogMember member] =>
        (_seen & Bit(member)) != 0 ? _values[(int)member] : default;

    /// <summary>Walks a line.</summary>
    /// <returns>Whether it is one JSON object that gives no known member twice.</returns>
    public bool Scan(ReadOnlySpan<byte> line, out LineFault fault)
    {
        _seen = 0;
        if (!Utf8.IsValid(line))
        {
            fault = new LineFault(LineFaultKind.NotUtf8, FirstInvalid(line));
            return false;
        }

        var reader = new Utf8JsonReader(line, Json);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                fault = new LineFault(
                    LineFaultKind.NotAnObject, (int)reader.TokenStartIndex, Found: Kind(reader.TokenType));
                return false;
            }

            if (!ScanObject(ref reader, LogMember.Unknown, out fault))
            {
                return false;
            }

            reader.Read(); // throws when anything follows the object
            return true;
        }
        catch (JsonException exception)
        {
            int position = (int)(exception.BytePositionInLine ?? 0);
            LineFaultKind kind = position >= line.Length ? LineFaultKind.CutShort : LineFaultKind.NotJson;
            fault = new LineFault(kind, position);
            return false;
        }
    }

    /// <summary>Names the kind of value that a token begins.</summary>
    public static LogValueKind Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.String => LogValueKind.Text,
        JsonTokenType.Number => LogValueKind.Number,
        JsonTokenType.True or JsonTokenType.False => LogValueKind.TrueOrFalse,
        JsonTokenType.StartObject => LogValueKind.Object,
        JsonTokenType.StartArray => LogValueKind.Array,
        _ => LogValueKind.Null,
    };

    private static ulong Bit(LogMember member) => 1UL << (int)member;

    private bool ScanObject(ref Utf8JsonReader reader, LogMember scope, out LineFault fault)
    {
        int hint = 0;
        fault = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int position = (int)reader.TokenStartIndex;
            LogMember member = Find(ref reader, scope, ref hint);
            reader.Read();
            if (member == LogMember.Unknown)
            {
                reader.Skip();
                continue;
            }

            if ((_seen & Bit(member)) != 0)
            {
                fault = new LineFault(LineFaultKind.GivenTwice, position, member);
                return false;
            }

            _seen |= Bit(member);
            if (reader.TokenType == JsonTokenType.StartObject && member is (LogMember.Client or LogMember.Response))
            {
                _values[(int)member] = new LogValue(
                    LogValueKind.Object, (int)reader.TokenStartIndex, 0, IsEscaped: false);
                if (!ScanObject(ref reader, member, out fault))
                {
                    return false;
                }

                continue;
            }

            _values[(int)member] = StepOver(ref reader);
        }

        return true;
    }

    private static LogValue StepOver(ref Utf8JsonReader reader)
    {
        LogValueKind kind = Kind(reader.TokenType);
        int start = (int)reader.TokenStartIndex;
        if (kind is LogValueKind.Object or LogValueKind.Array)
        {
            reader.Skip();
            return new LogValue(kind, start, (int)reader.BytesConsumed - start, false);
        }

        return kind == LogValueKind.Text
            ? new LogValue(kind, start + 1, reader.ValueSpan.Length, reader.ValueIsEscaped)
            : new LogValue(kind, start, reader.ValueSpan.Length, false);
    }

    private static LogMember Find(ref Utf8JsonReader reader, LogMember scope, ref int hint)
    {
        if (!reader.ValueIsEscaped)
        {
            return LogMembers.Find(reader.ValueSpan, scope, ref hint);
        }

        // Six bytes write one at most; what is longer than every known name written so is none of them.
        if (reader.ValueSpan.Length > LongestName * 6)
        {
            return LogMember.Unknown;
        }

        Span<byte> name = stackalloc byte[LongestName * 6];
        int length = JsonText.Unescape(reader.ValueSpan, name);
        return LogMembers.Find(name[..length], scope, ref hint);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> line)
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(line[position..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }
}
