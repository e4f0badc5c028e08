// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>Phrase search again, slow and obvious: every phrase at every place.</summary>
internal static class PhraseOracle
{
    public static bool Occurs(ReadOnlySpan<byte> text, ReadOnlySpan<byte> phrase)
    {
        for (int start = 0; start + phrase.Length <= text.Length; start++)
        {
            int end = start + phrase.Length;
            bool goesOnBefore = start > 0 && IsWord(text[start - 1]) && IsWord(phrase[0]);
            bool goesOnAfter = end < text.Length && IsWord(text[end]) && IsWord(phrase[^1]);
            if (text[start..end].SequenceEqual(phrase) && !goesOnBefore && !goesOnAfter)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(byte value) => value < 0x80 && char.IsAsciiLetterOrDigit((char)value);
}
