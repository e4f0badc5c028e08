// SPDX-License-Identifier: MIT

using DistillGuard.Text;

namespace DistillGuard.Rules;

/// <summary>Folds a text piece by piece, so that memory does not grow with the prompt.</summary>
/// <remarks>
/// Each piece begins with the end of the one before, long enough that a phrase across the seam is whole in one of them.
/// </remarks>
internal ref struct FoldedPieces
{
    private readonly int _overlap;
    private ReadOnlySpan<byte> _rest;
    private bool _afterSpace;
    private bool _started;
    private int _length;
    private int _begin;

    public FoldedPieces(ReadOnlySpan<byte> text, int longestPhrase)
    {
        _rest = text;
        _overlap = longestPhrase + 1; // one more, so that the byte before a phrase is known
        _afterSpace = true;
    }

    /// <summary>The piece, folded.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Whether the piece begins where the text begins.</summary>
    public bool IsStart { get; private set; }

    /// <summary>Whether the piece ends where the text ends.</summary>
    public bool IsEnd => _rest.IsEmpty;

    /// <summary>Folds the next piece, and tells whether there was one.</summary>
    public bool MoveNext(byte[] memory)
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        int kept = 0;
        if (_started)
        {
            _begin = Math.Max(0, _length - _overlap);
            kept = _length - _begin;
            memory.AsSpan(_begin, kept).CopyTo(memory);
        }

        IsStart = !_started || (IsStart && _begin == 0);
        int taken = WholeCharacters(_rest, MatchScratch.PieceBytes);
        _length = kept + TextFolder.Fold(_rest[..taken], memory.AsSpan(kept), ref _afterSpace);
        _rest = _rest[taken..];
        _started = true;
        Current = memory.AsSpan(0, _length);
        return true;
    }

    /// <summary>Most bytes, up to a limit, that do not cut a character.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> text, int limit)
    {
        if (text.Length <= limit)
        {
            return text.Length;
        }

        int end = limit;
        while (end > limit - 3 && (text[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return end;
    }
}
