// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.TrafficLogs;

/// <summary>
/// The texts of one line with their escapes resolved, in memory that is used again for the next line.
/// </summary>
internal sealed class LineTexts
{
    private const int FirstCapacity = 1024;

    private readonly Range[] _utf16 = new Range[LogMembers.Count];
    private readonly Range[] _utf8 = new Range[LogMembers.Count];
    private char[] _chars = new char[FirstCapacity];
    private byte[] _bytes = new byte[FirstCapacity];
    private int[] _signatureEnds = new int[8];
    private int _charLength;
    private int _byteLength;
    private int _signatureStart;
    private int _signatureCount;

    /// <summary>The reasoning blobs added, back to back.</summary>
    public ReasoningSignatures Signatures => _signatureCount == 0
        ? default
        : new(_bytes.AsSpan(_signatureStart.._byteLength), _signatureEnds.AsSpan(0, _signatureCount));

    /// <summary>A member's text in UTF-16; empty when not added.</summary>
    public ReadOnlySpan<char> Utf16(LogMember member) => _chars.AsSpan(_utf16[(int)member]);

    /// <summary>A member's text in UTF-8; empty when not added.</summary>
    public ReadOnlySpan<byte> Utf8(LogMember member) => _bytes.AsSpan(_utf8[(int)member]);

    /// <summary>Forgets the line. Texts are overwritten by the next one, not wiped.</summary>
    public void Clear()
    {
        _utf16.AsSpan().Clear();
        _utf8.AsSpan().Clear();
        _charLength = 0;
        _byteLength = 0;
        _signatureCount = 0;
    }

    /// <summary>Wipes everything.</summary>
    public void Wipe()
    {
        Clear();
        _chars.AsSpan().Clear();
        _bytes.AsSpan().Clear();
    }

    public ReadOnlySpan<char> AddUtf16(LogMember member, LogValue value, ReadOnlySpan<byte> line)
    {
        Grow(ref _chars, _charLength + value.Length);
        int written = JsonText.Decode(value.In(line), value.IsEscaped, _chars.AsSpan(_charLength));
        _utf16[(int)member] = _charLength..(_charLength + written);
        _charLength += written;
        return Utf16(member);
    }

    public ReadOnlySpan<byte> AddUtf8(LogMember member, LogValue value, ReadOnlySpan<byte> line)
    {
        int start = _byteLength;
        Append(value, line);
        _utf8[(int)member] = start.._byteLength;
        return Utf8(member);
    }

    /// <summary>Adds a reasoning blob. Every other UTF-8 text of the line has been added before.</summary>
    public void AddSignature(LogValue value, ReadOnlySpan<byte> line)
    {
        if (_signatureCount == 0)
        {
            _signatureStart = _byteLength;
        }

        Append(value, line);
        if (_signatureCount == _signatureEnds.Length)
        {
            Array.Resize(ref _signatureEnds, _signatureCount * 2);
        }

        _signatureEnds[_signatureCount++] = _byteLength - _signatureStart;
    }

    private static void Grow<TElement>(ref TElement[] array, int needed)
    {
        if (needed > array.Length)
        {
            Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(needed, array.Length * 2L)));
        }
    }

    private void Append(LogValue value, ReadOnlySpan<byte> line)
    {
        Grow(ref _bytes, _byteLength + value.Length);
        Span<byte> space = _bytes.AsSpan(_byteLength);
        if (value.IsEscaped)
        {
            _byteLength += JsonText.Unescape(value.In(line), space);
            return;
        }

        value.In(line).CopyTo(space);
        _byteLength += value.Length;
    }
}
