// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>A phrase's length, and whether its first and last bytes are those of an ASCII word.</summary>
internal readonly struct PhraseEdges
{
    public PhraseEdges(ReadOnlySpan<byte> phrase)
    {
        Length = phrase.Length;
        StartsWithWord = IsWord(phrase[0]);
        EndsWithWord = IsWord(phrase[^1]);
    }

    /// <summary>Length in bytes.</summary>
    public int Length { get; }

    /// <summary>Whether no word may go on before the phrase.</summary>
    public bool StartsWithWord { get; }

    /// <summary>Whether no word may go on after the phrase.</summary>
    public bool EndsWithWord { get; }

    /// <summary>Whether a byte of folded text is an ASCII letter or digit.</summary>
    public static bool IsWord(byte value) => value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9');
}
