// SPDX-License-Identifier: MIT

using DistillGuard.Text;
using DistillGuard.Text.Disguise;

namespace DistillGuard.Rules;

/// <summary>Reads a text in one of several ways and folds it piece by piece, so that memory does not grow with the prompt.</summary>
/// <remarks>
/// Each piece begins with the end of the one before, long enough that a phrase across the seam is whole in one of them. Runs of base64 are
/// texts of their own and do not overlap.
/// </remarks>
internal ref struct FoldedPieces
{
    private readonly int _overlap;
    private readonly PromptReading _reading;
    private readonly bool _mostlyLatin;
    private ReadOnlySpan<byte> _rest;
    private bool _afterSpace;
    private bool _started;
    private int _length;
    private int _begin;

    public FoldedPieces(ReadOnlySpan<byte> text, int overlap, PromptReading reading, bool mostlyLatin)
    {
        _rest = text;
        _overlap = overlap + 1; // one more, so that the byte before a phrase is known
        _reading = reading;
        _mostlyLatin = mostlyLatin;
        _afterSpace = true;
    }

    /// <summary>The piece, folded.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Bytes at the beginning of the piece that stood at the end of the one before.</summary>
    public int Known { get; private set; }

    /// <summary>Whether the piece begins where the text begins.</summary>
    public bool IsStart { get; private set; }

    /// <summary>Whether the piece ends where the text ends.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Folds the next piece, and tells whether there was one.</summary>
    public bool MoveNext(MatchScratch scratch) => _reading == PromptReading.Decoded ? MoveToRun(scratch) : MoveToPiece(scratch);

    private bool MoveToRun(MatchScratch scratch)
    {
        byte[] decoded = scratch.Unmasked;
        int length = EncodedRun.DecodeNext(ref _rest, decoded);
        if (length == 0)
        {
            return false;
        }

        bool afterSpace = true;
        Current = scratch.Folded.AsSpan(0, TextFolder.Fold(decoded.AsSpan(0, length), scratch.Folded, ref afterSpace));
        IsStart = IsEnd = true;
        return true;
    }

    private bool MoveToPiece(MatchScratch scratch)
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        byte[] memory = scratch.Folded;
        Known = 0;
        if (_started)
        {
            _begin = Math.Max(0, _length - _overlap);
            Known = _length - _begin;
            memory.AsSpan(_begin, Known).CopyTo(memory);
        }

        IsStart = !_started || (IsStart && _begin == 0);
        ReadOnlySpan<byte> source = Take(scratch, out int taken);
        int folded = TextFolder.Fold(source, memory.AsSpan(Known), ref _afterSpace);
        _length = Known + (_reading == PromptReading.Accentless ? AccentFolding.Strip(memory.AsSpan(Known, folded)) : folded);
        _rest = _rest[taken..];
        _started = true;
        IsEnd = _rest.IsEmpty;
        Current = memory.AsSpan(0, _length);
        return true;
    }

    private readonly ReadOnlySpan<byte> Take(MatchScratch scratch, out int taken)
    {
        if (_reading == PromptReading.Unmasked)
        {
            int length = Unmasker.Unmask(_rest, scratch.Unmasked, _mostlyLatin, out taken);
            return scratch.Unmasked.AsSpan(0, length);
        }

        taken = WholeCharacters(_rest, MatchScratch.PieceBytes);
        return _rest[..taken];
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
