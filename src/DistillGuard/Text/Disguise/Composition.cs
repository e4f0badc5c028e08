// SPDX-License-Identifier: MIT

namespace DistillGuard.Text.Disguise;

/// <summary>The few accents that make another letter of the one before them, instead of decorating it.</summary>
internal static class Composition
{
    /// <summary>The letter that a letter and a mark behind it make, or the letter alone.</summary>
    public static int Compose(int letter, int mark) => (letter, mark) switch
    {
        (0x438, 0x306) => 0x439, // Cyrillic short i
        (0x418, 0x306) => 0x419,
        (0x456, 0x308) => 0x457, // Ukrainian yi
        (0x406, 0x308) => 0x407,
        (_, 0x3099) when IsVoiceable(letter) => letter + 1,
        (_, 0x309A) when IsHalfVoiceable(letter) => letter + 2,
        _ => letter,
    };

    // In both kana blocks a voiced syllable follows its plain one; katakana stand 0x60 behind hiragana.
    private static bool IsVoiceable(int letter)
    {
        int kana = letter >= 0x30A0 ? letter - 0x60 : letter;
        bool isOdd = kana is >= 0x304B and <= 0x3061 && (kana & 1) == 1;
        bool isEven = kana is 0x3064 or 0x3066 or 0x3068;
        return isOdd || isEven || IsHalfVoiceable(letter);
    }

    private static bool IsHalfVoiceable(int letter)
    {
        int kana = letter >= 0x30A0 ? letter - 0x60 : letter;
        return kana is 0x306F or 0x3072 or 0x3075 or 0x3078 or 0x307B;
    }
}
