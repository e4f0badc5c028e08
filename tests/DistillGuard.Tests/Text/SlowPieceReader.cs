// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;

namespace DistillGuard.Text;

/// <summary>
/// The oracle: reads template pieces as their definition is written, rune by rune and with strings. Only letters are folded by the
/// product's table.
/// </summary>
internal sealed class SlowPieceReader
{
    private const string OpeningMarks = "'\"“„«»”「『《‘";

    private readonly byte[] _secret;
    private readonly byte[] _text;
    private readonly List<Unit> _units = [];
    private readonly List<List<Content>> _sentences = [];
    private List<Content> _contents = [];
    private int _halfWords;
    private int _at;

    private SlowPieceReader(byte[] secret, byte[] text, bool isCutAtStart)
    {
        _secret = secret;
        _text = text;
        for (int start = 0; start < text.Length;)
        {
            bool isWhole = Rune.DecodeFromUtf8(text.AsSpan(start), out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            _units.Add(new Unit(isWhole ? rune.Value : -1, start, start + length));
            start += length;
        }

        _halfWords = isCutAtStart ? 1000 : 0;
    }

    /// <summary>The pieces of some texts of one request, smallest first.</summary>
    public static ulong[] Read(byte[] secret, params byte[][] texts)
    {
        List<ulong> certain = [];
        List<ulong> all = [];
        foreach (byte[] text in texts)
        {
            List<List<Content>> sentences = Sentences(secret, text);
            ulong[] pieces = [.. sentences.Select(contents => HashOf(secret, contents, 0))];
            List<ulong> kept = [.. pieces.Take(2)];
            kept.AddRange(pieces.Skip(2).TakeLast(2));
            foreach (ulong piece in kept.Where(piece => !certain.Contains(piece) && certain.Count < PieceList.MostCertain))
            {
                certain.Add(piece);
            }

            all.AddRange(pieces);
            all.AddRange(kept);
        }

        IEnumerable<ulong> others = all.Distinct().Where(piece => !certain.Contains(piece)).Order().Take(PieceList.Capacity - certain.Count);
        return [.. certain.Concat(others).Order()];
    }

    /// <summary>The content words and pairs of every sentence that counts.</summary>
    public static List<List<Content>> Sentences(byte[] secret, byte[] text)
    {
        const int End = PieceReader.EndBytes;
        if (text.Length <= 2 * End)
        {
            return new SlowPieceReader(secret, text, isCutAtStart: false).Run(isCutAtEnd: false);
        }

        return
        [
            .. new SlowPieceReader(secret, text[..End], isCutAtStart: false).Run(isCutAtEnd: true),
            .. new SlowPieceReader(secret, text[^End..], isCutAtStart: true).Run(isCutAtEnd: false),
        ];
    }

    private List<List<Content>> Run(bool isCutAtEnd)
    {
        int before = -1;
        while (_at < _units.Count)
        {
            int value = _units[_at].Value;
            if (IsMark(value) || value == '’')
            {
                _at++;
            }
            else if (IsAlone(_at))
            {
                int letter = Fold(value);
                _halfWords++;
                if (before >= 0)
                {
                    _contents.Add(new Content($"{(char)before}{(char)letter}", IsPair: true));
                }

                before = letter;
                _at++;
            }
            else
            {
                before = -1;
                ReadOther(value);
            }
        }

        if (!isCutAtEnd)
        {
            EndSentence();
        }

        return _sentences;
    }

    private void ReadOther(int value)
    {
        if (IsSpacedLetter(_at))
        {
            ReadWord();
        }
        else if (IsText(_at, "://"))
        {
            SkipAddress();
        }
        else if (value is '\n' or '\r' or 0x2028 or 0x2029 or '。' or '！' or '？' or '：' or '；' or '｡' or '।' or '॥')
        {
            _at++;
            EndSentence();
        }
        else if (value is '.' or '!' or '?' or ':' or '…' or '．' or '؟' or '۔' or '։' or '።')
        {
            ReadStop();
        }
        else if (value == '`')
        {
            SkipCode();
        }
        else if (value is > 0 and < 0x10000 && OpeningMarks.Contains((char)value, StringComparison.Ordinal))
        {
            SkipQuote(value);
        }
        else
        {
            _at++;
        }
    }

    private void ReadWord()
    {
        var word = new StringBuilder();
        int letters = 0;
        for (; _at < _units.Count; _at++)
        {
            int value = _units[_at].Value;
            if (IsSpacedLetter(_at))
            {
                int letter = Fold(value);
                word.Append((char)letter);
                letters += letter is (>= 0x900 and < 0xE00) or (>= 0x1200 and < 0x13A0) or (>= 0xAC00 and < 0xD7A4) ? 2 : 1;
            }
            else if (!IsMark(value) && value != '’' && !(value == '\'' && IsJoined(_at - 1)))
            {
                break;
            }
        }

        if (IsText(_at, "://"))
        {
            SkipAddress();
            return;
        }

        _halfWords += 2;
        if (letters >= 4)
        {
            _contents.Add(new Content(word.ToString(), IsPair: false));
        }
    }

    private void SkipAddress()
    {
        int end = _at + 3;
        while (end < _units.Count && _units[end].Value is > ' ' and < 0x7F and not ('"' or '<' or '>' or '`'))
        {
            end++;
        }

        while (end > _at + 3 && ".,;:!?)'".Contains((char)_units[end - 1].Value, StringComparison.Ordinal))
        {
            end--;
        }

        _at = end;
    }

    private void ReadStop()
    {
        int next = _at + 1;
        while (next < _units.Count && _units[next].Value is ')' or ']' or '}' or '*' or '_' or '"' or '\'' or '”' or '’' or '»')
        {
            next++;
        }

        if (next == _units.Count || _units[next].Value is ' ' or '\t' or '\n' or '\r')
        {
            _at = next;
            EndSentence();
            return;
        }

        bool ends = IsAlone(_at - 1) || IsAlone(_at + 1);
        _at++;
        if (ends)
        {
            EndSentence();
        }
    }

    private void SkipCode()
    {
        int start = _at;
        while (_at < _units.Count && _units[_at].Value == '`')
        {
            _at++;
        }

        int ticks = _at - start;
        string closing = new('`', Math.Min(ticks, 3));
        for (int end = _at; end < _units.Count; end++)
        {
            bool isFar = _units[end].Value == '\n' || _units[end].Start + closing.Length > StartOf(_at) + 1000;
            if (ticks < 3 && isFar)
            {
                return;
            }

            if (IsText(end, closing))
            {
                _at = end + closing.Length;
                while (ticks >= 3 && _at < _units.Count && _units[_at].Value == '`')
                {
                    _at++;
                }

                return;
            }
        }
    }

    private void SkipQuote(int opening)
    {
        string closing = opening switch
        {
            '“' => "”",
            '„' => "“”",
            '«' => "»",
            '»' => "«",
            '「' => "」",
            '『' => "』",
            '《' => "》",
            '‘' => "’",
            _ => char.ConvertFromUtf32(opening),
        };
        bool isOpening = !IsJoined(_at - 1);
        _at++;
        for (int end = _at; isOpening && end < _units.Count && _units[end].Value != '\n' && _units[end].End <= StartOf(_at) + 1000; end++)
        {
            int value = _units[end].Value;
            bool isApostrophe = value is '\'' or '’' && IsJoined(end + 1);
            if (value is > 0 and < 0x10000 && closing.Contains((char)value, StringComparison.Ordinal) && !isApostrophe)
            {
                _at = end + 1;
                return;
            }
        }
    }

    private void EndSentence()
    {
        if (_halfWords is >= 10 and <= 200 && _contents.Count >= 3)
        {
            _sentences.Add(_contents);
        }

        _contents = [];
        _halfWords = 0;
    }

    private int StartOf(int unit) => unit < _units.Count ? _units[unit].Start : _text.Length;

    private bool IsText(int unit, string text) =>
        unit + text.Length <= _units.Count && text.Select((character, i) => _units[unit + i].Value == character).All(isSame => isSame);

    private bool IsAlone(int unit) =>
        IsLetter(unit) && Fold(_units[unit].Value) is (>= 0x3005 and < 0x3100) or (>= 0x3400 and < 0xA000) or (>= 0xF900 and < 0xFB00);

    private bool IsSpacedLetter(int unit) => IsLetter(unit) && !IsAlone(unit);

    private bool IsJoined(int unit) => IsSpacedLetter(unit) || (unit >= 0 && unit < _units.Count && IsMarkOrDigit(_units[unit].Value));

    private bool IsLetter(int unit) =>
        unit >= 0 && unit < _units.Count && _units[unit].Value is >= 0 and < 0x10000 and int value && Rune.IsLetter(new Rune(value)) && !IsMark(value);

    private static bool IsMarkOrDigit(int value) => IsMark(value) || (value is >= 0 and < 0x10000 && Rune.IsDigit(new Rune(value)));

    private static bool IsMark(int value) => value is 0x640 or 0xFF9E or 0xFF9F || (value >= 0 && Rune.GetUnicodeCategory(new Rune(value))
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format);

    private static int Fold(int letter)
    {
        int at = 0;
        return LetterTable.Look(Encoding.UTF8.GetBytes(char.ConvertFromUtf32(letter)), ref at);
    }

    private static ulong HashOf(byte[] secret, List<Content> contents, ulong part)
    {
        ulong first = BitConverter.ToUInt64(secret, 0) ^ 0x9E3779B97F4A7C15;
        ulong second = BitConverter.ToUInt64(secret, 8) ^ 0xD6E8FEB86659FD93;
        ulong sum = 0;
        foreach (Content content in contents)
        {
            sum += content.IsPair
                ? Multiply((((ulong)content.Text[0] << 16) | content.Text[1]) ^ first, ~second) | 1
                : WordHash(content.Text, first, second) & ~1UL;
        }

        ulong hash = Multiply(sum ^ ((ulong)contents.Count << 56) ^ second, first ^ (part << 32));
        return hash == 0 ? 1 : hash;
    }

    private static ulong WordHash(string word, ulong first, ulong second)
    {
        byte[] bytes = [.. word.SelectMany(letter => letter < 0x80 ? new[] { (byte)letter } : [(byte)letter, (byte)(letter >> 8)])];
        ulong hash = first;
        foreach (byte[] chunk in bytes.Chunk(16))
        {
            byte[] block = [.. chunk, .. new byte[16 - chunk.Length]];
            hash = Multiply(BitConverter.ToUInt64(block, 0) ^ hash, BitConverter.ToUInt64(block, 8) ^ second);
        }

        return hash;
    }

    private static ulong Multiply(ulong left, ulong right)
    {
        UInt128 product = (UInt128)left * right;
        return (ulong)(product >> 64) ^ (ulong)product;
    }

    /// <summary>A content word, or a pair of neighbouring characters that stand alone.</summary>
    public readonly record struct Content(string Text, bool IsPair);

    // A character, or -1 for a broken sequence.
    private readonly record struct Unit(int Value, int Start, int End);
}
