// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.AspNetCore.Requests.Batches;

/// <summary>
/// Finds the file in a form (<c>multipart/form-data</c>) that arrives in pieces, and cuts its lines into items. A form that states another purpose than <c>batch</c> before
/// its file has none. Not thread-safe; it never throws.
/// </summary>
internal sealed class FormFileReader : IPassingBody, IDisposable
{
    private const int LongestHeaders = 4 * 1024;
    private const int LongestPurpose = 64;

    private readonly byte[] _delimiter;
    private readonly LineCutter _lines;
    private readonly ItemBuffer _text = new(LongestHeaders);
    private FormPart _part = FormPart.Preamble;
    private int _matched;

    /// <summary>Makes a reader.</summary>
    /// <param name="boundary">The boundary the content type states, without quotes.</param>
    /// <param name="bound">The longest item, in bytes.</param>
    /// <param name="sink">Who gets the items.</param>
    public FormFileReader(string boundary, int bound, IBatchSink sink)
    {
        _delimiter = Encoding.ASCII.GetBytes("\r\n--" + boundary);
        _lines = new LineCutter(bound, sink);

        // The first delimiter has no line end before it.
        _matched = 2;
    }

    /// <summary>Whether the form has stated that it is a batch.</summary>
    public bool IsBatch { get; private set; }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> passing)
    {
        while (!passing.IsEmpty && _part != FormPart.Over && !_lines.IsOver)
        {
            passing = passing[(_part == FormPart.Headers ? ReadHeader(passing[0]) : ReadBody(passing))..];
        }
    }

    public void Dispose()
    {
        _lines.Dispose();
        _text.Dispose();
    }

    private int ReadBody(ReadOnlySpan<byte> text)
    {
        if (_matched == 0)
        {
            int plain = text.IndexOf(_delimiter[0]);
            if (plain != 0)
            {
                plain = plain < 0 ? text.Length : plain;
                Take(text[..plain]);
                return plain;
            }
        }

        if (text[0] == _delimiter[_matched])
        {
            if (++_matched == _delimiter.Length)
            {
                _matched = 0;
                EndPart();
            }

            return 1;
        }

        // Only its first byte is a carriage return, so what matched so far can hold no other beginning.
        int held = _matched;
        _matched = 0;
        Take(_delimiter.AsSpan(0, held));
        return held == 0 ? 1 : 0;
    }

    private void Take(ReadOnlySpan<byte> content)
    {
        if (_part == FormPart.File)
        {
            _lines.Read(content);
        }
        else if (_part == FormPart.Purpose)
        {
            _text.Add(content);
        }
    }

    private void EndPart()
    {
        if (_part == FormPart.File)
        {
            _lines.End();
        }
        else if (_part == FormPart.Purpose)
        {
            IsBatch = _text.Bytes.Length <= LongestPurpose && _text.Bytes.Span.Trim(" \t\r\n"u8).SequenceEqual("batch"u8);
            _part = IsBatch ? _part : FormPart.Over;
        }

        if (_part != FormPart.Over)
        {
            _text.Clear();
            _part = FormPart.Headers;
        }
    }

    private int ReadHeader(byte next)
    {
        _text.Add([next]);
        ReadOnlySpan<byte> headers = _text.Bytes.Span;
        if (_text.IsTooLong || headers.StartsWith("--"u8))
        {
            _part = FormPart.Over;
        }
        else if (headers.EndsWith("\r\n\r\n"u8))
        {
            _part = NameOf(headers);
            _text.Clear();
        }

        return 1;
    }

    private static FormPart NameOf(ReadOnlySpan<byte> headers)
    {
        string text = Encoding.ASCII.GetString(headers);
        bool Has(string name) =>
            text.Contains($" name=\"{name}\"", StringComparison.OrdinalIgnoreCase) || text.Contains($" name={name}", StringComparison.OrdinalIgnoreCase);
        return Has("file") ? FormPart.File : Has("purpose") ? FormPart.Purpose : FormPart.Other;
    }
}
