// SPDX-License-Identifier: MIT

namespace DistillGuard.Text.Disguise;

/// <summary>The form in which a phrase stands in unmasked text.</summary>
internal static class PlainPhrase
{
    /// <summary>A folded phrase without accents and compatibility forms, or null when it has none.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> folded)
    {
        var unmasked = new byte[(folded.Length * 4) + 8192];
        int length = Unmasker.Unmask(folded, unmasked, mostlyLatin: false, out _);
        var plain = new byte[length + TextFolder.Slack];
        bool afterSpace = true;
        int written = TextFolder.Fold(unmasked.AsSpan(0, length), plain, ref afterSpace);
        ReadOnlySpan<byte> result = plain.AsSpan(0, written).TrimEnd((byte)' ');
        return result.SequenceEqual(folded) ? null : result.ToArray();
    }
}
