// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing.Texts;

/// <summary>What the sample texts of a language are made of. Immutable.</summary>
/// <remarks>
/// In sentences {0} and {1} stand for things, {2} and {3} for numbers, {4} for a name. Things stand where they need no
/// inflection.
/// </remarks>
internal sealed class SampleVocabulary
{
    /// <summary>Wordings of a template, each a list of fixed sentences.</summary>
    public required IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Templates { get; init; }

    /// <summary>For each template, what is filled in.</summary>
    public required IReadOnlyList<string> Slots { get; init; }

    /// <summary>Things that people ask about.</summary>
    public required IReadOnlyList<string> Things { get; init; }

    /// <summary>Questions of ordinary people.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>What ordinary people add to a question.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Questions of a list of questions, tidy and much alike, about <see cref="BankThings"/>.</summary>
    public required IReadOnlyList<string> BankQuestions { get; init; }

    /// <summary>For each subject of such a list, its things.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> BankThings { get; init; }

    /// <summary>Statements that passages are made of.</summary>
    public required IReadOnlyList<string> Statements { get; init; }

    /// <summary>Sentences of a product's system prompt; each names the product.</summary>
    public required IReadOnlyList<string> ProductSentences { get; init; }

    /// <summary>Parts of made-up names.</summary>
    public required IReadOnlyList<string> NameParts { get; init; }

    /// <summary>What stands between two sentences.</summary>
    public required string Gap { get; init; }

    public static SampleVocabulary Of(SampleLanguage language) => language switch
    {
        SampleLanguage.English => EnglishVocabulary.Value,
        SampleLanguage.Chinese => ChineseVocabulary.Value,
        SampleLanguage.Russian => RussianVocabulary.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "There are no sample texts in it."),
    };
}
