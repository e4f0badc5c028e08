// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>
/// The languages that a list of phrases can be tagged with, as ISO 639-1 codes. A tag tells authors what a rule speaks; it never changes
/// what matches and is never evidence.
/// </summary>
internal static class PhraseLanguages
{
    public static readonly string[] Codes =
    [
        "en", "zh", "ru", "ja", "es", "ar", "cs", "de", "el", "fa", "fr", "he", "hi", "id", "it", "ko", "nl", "pl", "pt", "sv", "th",
        "tr", "uk", "vi",
    ];
}
