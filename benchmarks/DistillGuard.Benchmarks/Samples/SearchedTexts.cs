// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Samples;

/// <summary>Writes what <see cref="SearchedText"/> names.</summary>
internal static class SearchedTexts
{
    /// <summary>Bytes of a text whose name does not say otherwise.</summary>
    public const int Bytes = 4096;

    /// <summary>A text of a kind.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="phrases">What the hostile text is made of.</param>
    public static string Write(SearchedText kind, IEnumerable<string> phrases) => kind switch
    {
        SearchedText.Hostile => Repeat(string.Join(' ', phrases)),
        SearchedText.Chinese => new SamplePrompt(SampleLanguage.Chinese, Bytes).Text,
        SearchedText.Code => new SamplePrompt(SampleLanguage.Code, Bytes).Text,
        SearchedText.English256 => new SamplePrompt(SampleLanguage.English, 256).Text,
        SearchedText.English65536 => new SamplePrompt(SampleLanguage.English, 65_536).Text,
        _ => new SamplePrompt(SampleLanguage.English, Bytes).Text,
    };

    private static string Repeat(string phrases) => string.Join(' ', Enumerable.Repeat(phrases, (Bytes / phrases.Length) + 1))[..Bytes];
}
