// SPDX-License-Identifier: MIT

using System.Diagnostics.CodeAnalysis;

namespace DistillGuard;

/// <summary>An ISO 3166-1 alpha-2 country code: two ASCII letters in two bytes. The default value means "not known".</summary>
/// <remarks>HK, MO and TW are codes of their own and never folded into another. An immutable value; safe on any thread.</remarks>
public readonly record struct CountryCode
{
    private readonly ushort _letters;

    private CountryCode(char first, char second) => _letters = (ushort)((first << 8) | second);

    /// <summary>Whether a country is known.</summary>
    public bool IsKnown => _letters != 0;

    /// <summary>The two letters as a number, first letter in the high byte; 0 when not known. It orders codes alphabetically.</summary>
    public ushort Letters => _letters;

    /// <summary>Reads a code from two ASCII letters in any case.</summary>
    /// <param name="text">The text, for example <c>"de"</c> or <c>"DE"</c>.</param>
    /// <param name="code">The code, or "not known" when the text is not two letters.</param>
    /// <returns>Whether the text was two ASCII letters. Whether ISO assigned them is not checked.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out CountryCode code)
    {
        code = default;
        if (text.Length != 2 || !char.IsAsciiLetter(text[0]) || !char.IsAsciiLetter(text[1]))
        {
            return false;
        }

        code = new CountryCode((char)(text[0] & ~0x20), (char)(text[1] & ~0x20));
        return true;
    }

    /// <summary>Reads a code from two ASCII letters in any case.</summary>
    /// <exception cref="FormatException">The text is not two ASCII letters.</exception>
    public static CountryCode Parse([NotNull] string? text) =>
        TryParse(text ?? throw new ArgumentNullException(nameof(text)), out CountryCode code)
            ? code
            : throw new FormatException($"'{text}' is not a country code; write two letters of ISO 3166-1, for example DE.");

    /// <summary>Makes a code from the number that <see cref="Letters"/> gives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is neither 0 nor two upper-case ASCII letters.</exception>
    public static CountryCode FromLetters(ushort letters)
    {
        char first = (char)(letters >> 8);
        char second = (char)(letters & 0xFF);
        if (letters == 0)
        {
            return default;
        }

        return char.IsAsciiLetterUpper(first) && char.IsAsciiLetterUpper(second)
            ? new CountryCode(first, second)
            : throw new ArgumentOutOfRangeException(nameof(letters), letters, "Not two upper-case ASCII letters.");
    }

    /// <summary>The two letters, or an empty string when not known.</summary>
    public override string ToString() =>
        _letters == 0 ? string.Empty : new string([(char)(_letters >> 8), (char)(_letters & 0xFF)]);
}
