// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace DistillGuard.Text.Disguise;

/// <summary>Finds runs of base64 letters in a text, and what they say when it is text again.</summary>
/// <remarks>
/// Lines of 60 and more letters that are broken by one line end are one run. Nothing is decoded twice: base64 in base64 stays hidden.
/// </remarks>
internal static class EncodedRun
{
    /// <summary>Fewest letters that are looked at: 24 bytes of text.</summary>
    public const int Shortest = 32;

    /// <summary>Most letters that are decoded of one run.</summary>
    public const int Longest = 4096;

    private const int ShortestBrokenLine = 60;

    /// <summary>Whether a byte is a letter of base64, padding aside.</summary>
    public static bool IsLetter(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_';

    /// <summary>Whether a run that is long enough lies around a place.</summary>
    public static bool IsAround(ReadOnlySpan<byte> text, int at)
    {
        if (!IsLetter(text[at]))
        {
            return false;
        }

        int start = at;
        while (start > 0 && at - start < Shortest && IsLetter(text[start - 1]))
        {
            start--;
        }

        int end = at;
        while (end < text.Length && end - start < Shortest && IsLetter(text[end]))
        {
            end++;
        }

        return end - start >= Shortest;
    }

    /// <summary>Decodes the next run that turns out to be text.</summary>
    /// <param name="text">What is left to search; moved behind the run.</param>
    /// <param name="decoded">Room for <see cref="Longest"/> bytes.</param>
    /// <returns>Bytes decoded; 0 when there is no such run any more.</returns>
    public static int DecodeNext(ref ReadOnlySpan<byte> text, Span<byte> decoded)
    {
        while (!text.IsEmpty)
        {
            int start = 0;
            while (start < text.Length && !IsLetter(text[start]))
            {
                start++;
            }

            int end = EndOf(text, start);
            ReadOnlySpan<byte> run = text[start..end];
            text = text[end..];
            if (run.Length >= Shortest)
            {
                int length = Decode(run, decoded);
                if (length > 0 && IsText(decoded[..length]))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    private static int EndOf(ReadOnlySpan<byte> text, int start)
    {
        int end = start;
        int line = start;
        while (end < text.Length)
        {
            if (IsLetter(text[end]))
            {
                end++;
                continue;
            }

            int next = end + (text[end] == '\r' ? 1 : 0);
            bool goesOn = end - line >= ShortestBrokenLine && next + 1 < text.Length && text[next] == '\n' && IsLetter(text[next + 1]);
            if (!goesOn)
            {
                break;
            }

            end = next + 1;
            line = end;
        }

        return end;
    }

    private static int Decode(ReadOnlySpan<byte> run, Span<byte> decoded)
    {
        Span<byte> letters = decoded[..Math.Min(Longest, run.Length)];
        int count = 0;
        foreach (byte value in run)
        {
            if (count == letters.Length)
            {
                break;
            }

            if (value is not ((byte)'\r' or (byte)'\n'))
            {
                letters[count++] = value switch { (byte)'-' => (byte)'+', (byte)'_' => (byte)'/', _ => value };
            }
        }

        // A last group of two or three letters lacks its padding here; one letter too many says nothing.
        count -= (count & 3) == 1 ? 1 : 0;
        int whole = (count + 3) & ~3;
        decoded[count..whole].Fill((byte)'=');
        OperationStatus status = Base64.DecodeFromUtf8InPlace(decoded[..whole], out int written);
        return status == OperationStatus.Done ? TrimToCharacter(decoded[..written]) : 0;
    }

    private static int TrimToCharacter(ReadOnlySpan<byte> text)
    {
        int end = text.Length;
        while (end > Math.Max(0, text.Length - 4) && !Utf8.IsValid(text[..end]))
        {
            end--;
        }

        return end;
    }

    private static bool IsText(ReadOnlySpan<byte> decoded)
    {
        foreach (byte value in decoded)
        {
            if (value is < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n') or 0x7F)
            {
                return false;
            }
        }

        return Utf8.IsValid(decoded);
    }
}
