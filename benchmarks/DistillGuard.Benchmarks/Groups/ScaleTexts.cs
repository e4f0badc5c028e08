// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Benchmarks.Groups;

/// <summary>Made-up sentences in a buffer: as many different ones as wanted, cheaper to make than to read.</summary>
internal sealed class ScaleTexts
{
    private const int Words = 4_000;

    private static readonly string[] Syllables =
        ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dan", "fer", "gil", "hom", "jus", "lek", "mir", "pol", "qua", "ster"];

    private readonly Random _chance;
    private readonly byte[][] _words;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _length;

    public ScaleTexts(int seed)
    {
        _chance = new Random(seed);
        _words = [.. Enumerable.Range(0, Words).Select(_ => Encoding.UTF8.GetBytes(Word() + " "))];
    }

    public ReadOnlySpan<byte> Utf8 => _buffer.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Sentences to use again.</summary>
    public byte[] Template(int sentences)
    {
        Clear();
        AddNew(sentences);
        return Utf8.ToArray();
    }

    public void Add(byte[] template)
    {
        template.CopyTo(_buffer, _length);
        _length += template.Length;
    }

    /// <summary>Adds sentences of 9 to 14 words that nobody sent before.</summary>
    public void AddNew(int sentences)
    {
        for (; sentences > 0; sentences--)
        {
            for (int words = 9 + _chance.Next(6); words > 0; words--)
            {
                Add(_words[_chance.Next(Words)]);
            }

            _buffer[_length - 1] = (byte)'.';
            _buffer[_length++] = (byte)'\n';
        }
    }

    private string Word() => string.Concat(Enumerable.Range(0, 2 + _chance.Next(3)).Select(_ => Syllables[_chance.Next(Syllables.Length)]));
}
