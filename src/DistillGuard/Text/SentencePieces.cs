// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>Adds up one sentence after the other of a text, and keeps the hashes of those that count.</summary>
/// <remarks>
/// The first and the last <see cref="Certain"/> sentences of a text, where templates mostly stand, are kept whatever else the request
/// says. A template of a single sentence with a slot inside has no piece that stays: parts of sentences were tried and dropped, because people's
/// own sentences share them more than templates gain.
/// </remarks>
internal ref struct SentencePieces
{
    /// <summary>Fewest words of a sentence that counts; a character that stands alone is half a word.</summary>
    public const int FewestWords = 5;

    /// <summary>Most words of a sentence that counts; a longer one is data, not template.</summary>
    public const int MostWords = 100;

    /// <summary>Fewest content words, or pairs of neighbouring characters, of a sentence that counts.</summary>
    public const int FewestContents = 3;

    /// <summary>Fewest letters of a content word; a letter that writes a syllable counts twice.</summary>
    public const int ContentLetters = 4;

    /// <summary>Sentences at either end of a text that are kept in any case.</summary>
    public const int Certain = 2;

    private readonly PieceHash _hash;
    private readonly ref PieceList _pieces;

    private SentenceSum _sum;
    private ushort _before;

    private int _sentences;
    private ulong _lastButOne;
    private ulong _last;

    /// <summary>Begins a text.</summary>
    /// <param name="hash">The deployment's hash.</param>
    /// <param name="pieces">Where the pieces go.</param>
    public SentencePieces(PieceHash hash, ref PieceList pieces)
    {
        _hash = hash;
        _pieces = ref pieces;
    }

    /// <summary>What the sentence adds up to so far.</summary>
    public SentenceSum Sum
    {
        readonly get => _sum;
        set
        {
            _sum = value;
            _before = 0;
        }
    }

    /// <summary>Adds a word.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="letters">Its letters; a letter that writes a syllable counts twice.</param>
    public void AddWord(ulong hash, int letters)
    {
        _sum.HalfWords += 2;
        _before = 0;
        if (letters >= ContentLetters)
        {
            _sum.Add(hash & ~SentenceSum.PairBit);
        }
    }

    /// <summary>Adds the characters that stand alone from a place in a text on, and tells where they end.</summary>
    public int AddAlone(ReadOnlySpan<byte> text, int at)
    {
        SentenceSum sum = _sum;
        ushort before = _before;
        for (; LetterTable.LookAlone(text, at) is > 0 and ushort letter; at += LetterTable.AloneBytes)
        {
            sum.HalfWords++;
            if (before != 0)
            {
                sum.Add(_hash.Pair(before, letter) | SentenceSum.PairBit);
            }

            before = letter;
        }

        _sum = sum;
        _before = before;
        return at;
    }

    /// <summary>Tells that something stands between what was added and what comes.</summary>
    public void Break() => _before = 0;

    /// <summary>Ends the sentence.</summary>
    public void End()
    {
        if (_sum.HalfWords is >= 2 * FewestWords and <= 2 * MostWords && _sum.Contents >= FewestContents)
        {
            Keep(_hash.Sentence(_sum.Hash, _sum.Contents, part: 0));
        }

        _sum = default;
        _before = 0;
    }

    /// <summary>Gives the sentence up; the next one began somewhere unseen and cannot count either.</summary>
    public void BeginUnseen()
    {
        _sum = new SentenceSum { HalfWords = (2 * MostWords) + 1 };
        _before = 0;
    }

    /// <summary>Ends the text.</summary>
    public readonly void EndText()
    {
        _pieces.AddCertain(_lastButOne);
        _pieces.AddCertain(_last);
    }

    private void Keep(ulong piece)
    {
        _sentences++;
        if (_sentences <= Certain)
        {
            _pieces.AddCertain(piece);
            return;
        }

        _pieces.Add(piece);
        _lastButOne = _last;
        _last = piece;
    }
}
