// SPDX-License-Identifier: MIT

using System.Buffers;
using System.Text;

namespace DistillGuard.Text;

/// <summary>Folding again, slow and obvious: one character at a time, by code point.</summary>
internal static class FoldOracle
{
    public static byte[] Fold(ReadOnlySpan<byte> source)
    {
        List<byte> folded = [];
        bool afterSpace = true;
        while (!source.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(source, out Rune rune, out int consumed);
            string text = status == OperationStatus.Done ? FoldRune(rune) : string.Empty;
            byte[] bytes = status == OperationStatus.Done ? Encoding.UTF8.GetBytes(text) : source[..consumed].ToArray();
            source = source[consumed..];
            if (text == " " && afterSpace)
            {
                continue;
            }

            afterSpace = bytes.Length == 0 ? afterSpace : text == " ";
            folded.AddRange(bytes);
        }

        return [.. folded];
    }

    private static string FoldRune(Rune rune)
    {
        int code = rune.Value;
        if (code <= 0x20 || Rune.IsWhiteSpace(rune) || code is >= 0x80 and <= 0x9F)
        {
            // Two white-space characters of old scripts are kept; they stand in no prompt.
            return code is 0x1680 ? rune.ToString() : " ";
        }

        if (code is 0xAD or 0xFEFF or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E)
            or (>= 0x2060 and <= 0x2064) or (>= 0x2066 and <= 0x2069) or (>= 0xFE00 and <= 0xFE0F))
        {
            return string.Empty;
        }

        if (code is >= 0xFF01 and <= 0xFF5E)
        {
            return ((char)(code - 0xFF01 + '!')).ToString().ToLowerInvariant();
        }

        return code switch
        {
            >= 0x2010 and <= 0x2015 or 0x2212 => "-",
            >= 0x2018 and <= 0x201B or 0xB4 => "'",
            >= 0x201C and <= 0x201F or 0xAB or 0xBB => "\"",
            0x2026 => "...",
            0x0401 or 0x0451 => "\u0435",
            0x03C2 => "\u03C3",
            < 0x100 or (>= 0x386 and <= 0x3AB) or (>= 0x400 and <= 0x42F) => Rune.ToLowerInvariant(rune).ToString(),
            _ => rune.ToString(),
        };
    }
}
