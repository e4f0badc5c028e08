// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Testing.Texts;

/// <summary>
/// Prompts for group scenarios, in English, Chinese and Russian: each member makes a source for
/// <see cref="GroupPlan.Prompts"/>. All texts are written for this library; chance comes from the plan.
/// </summary>
/// <remarks>The texts imitate kinds of traffic, not any real campaign or product. Thread-safe.</remarks>
public static class SampleTexts
{
    /// <summary>
    /// Templates of a language: 0 has tasks written (the built-in rules know the first wording), 1 has exercises solved, 2
    /// has passages rewritten.
    /// </summary>
    public const int Templates = 3;

    /// <summary>Wordings of a template; two of them have no sentence in common.</summary>
    public const int Wordings = 4;

    /// <summary>Subjects of lists of questions.</summary>
    public const int Subjects = 2;

    /// <summary>A template of fixed sentences with other filling every time.</summary>
    /// <param name="language">The language.</param>
    /// <param name="template">Which template, from 0 to below <see cref="Templates"/>.</param>
    /// <param name="wordings">
    /// How many wordings the accounts use, each account one of them; 1 to <see cref="Wordings"/>.
    /// </param>
    public static Func<int, Random, Exchange> Template(SampleLanguage language, int template = 0, int wordings = 1)
    {
        SampleVocabulary words = SampleVocabulary.Of(language);
        CheckTemplate(template);
        ArgumentOutOfRangeException.ThrowIfLessThan(wordings, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wordings, Wordings);
        return (account, chance) => Ask(words, words.Templates[template][account % wordings], template, chance);
    }

    /// <summary>A template whose sentences are worded by chance in every exchange, out of all wordings.</summary>
    /// <param name="language">The language.</param>
    /// <param name="template">Which template, from 0 to below <see cref="Templates"/>.</param>
    public static Func<int, Random, Exchange> MixedTemplate(SampleLanguage language, int template = 0)
    {
        SampleVocabulary words = SampleVocabulary.Of(language);
        CheckTemplate(template);
        return (_, chance) => Ask(
            words,
            [.. words.Templates[template][0].Select((_, i) => words.Templates[template][chance.Next(Wordings)][i])],
            template,
            chance);
    }

    /// <summary>
    /// A template of which no sentence is ever sent twice: a stand-in for a model that paraphrases every prompt anew.
    /// </summary>
    /// <param name="language">The language.</param>
    /// <param name="template">Which template, from 0 to below <see cref="Templates"/>.</param>
    public static Func<int, Random, Exchange> RephrasedTemplate(SampleLanguage language, int template = 0)
    {
        SampleVocabulary words = SampleVocabulary.Of(language);
        CheckTemplate(template);
        return (_, chance) => Ask(
            words,
            [.. words.Templates[template][chance.Next(Wordings)].Select(sentence => Pick(words.Things, chance) + " " + Pick(words.Things, chance) + " " + sentence)],
            template,
            chance);
    }

    /// <summary>Ordinary people: loose questions about anything, some begun carelessly, without a system prompt.</summary>
    /// <param name="language">The language.</param>
    public static Func<int, Random, Exchange> Conversation(SampleLanguage language)
    {
        SampleVocabulary words = SampleVocabulary.Of(language);
        return (_, chance) => new Exchange { Prompt = Question(words, chance) };
    }

    /// <summary>Customers of one product: its system prompt, and what each of them asks.</summary>
    /// <param name="language">The language.</param>
    /// <param name="product">Which product: any number; the prompts of two products have no sentence in common.</param>
    public static Func<int, Random, Exchange> Product(SampleLanguage language, int product)
    {
        SampleVocabulary words = SampleVocabulary.Of(language);
        var fixedChance = new Random(product);
        int name = Math.Abs(product % (words.NameParts.Count * words.NameParts.Count));
        object[] filling = Filling(words, fixedChance);
        filling[4] = Capital(words.NameParts[name / words.NameParts.Count] + words.NameParts[name % words.NameParts.Count]);
        string system = string.Join(words.Gap, words.ProductSentences.Select(sentence => Format(sentence, filling)));
        return (_, chance) => new Exchange { System = system, Prompt = Question(words, chance) };
    }

    /// <summary>A list of questions: single, tidy, about one subject, without a system prompt.</summary>
    /// <param name="language">The language.</param>
    /// <param name="subject">Which subject, from 0 to below <see cref="Subjects"/>.</param>
    /// <param name="system">A system prompt that covers it. Default: none.</param>
    public static Func<int, Random, Exchange> Bank(SampleLanguage language, int subject = 0, string system = "")
    {
        SampleVocabulary words = SampleVocabulary.Of(language);
        ArgumentOutOfRangeException.ThrowIfNegative(subject);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(subject, Subjects);
        return (_, chance) => new Exchange
        {
            System = system,
            Prompt = Capital(Format(Pick(words.BankQuestions, chance), Filling(words.BankThings[subject], chance))),
        };
    }

    private static Exchange Ask(SampleVocabulary words, IReadOnlyList<string> sentences, int template, Random chance)
    {
        object[] filling = Filling(words, chance);
        filling[5] = Format(Pick(words.Statements, chance), Filling(words, chance));
        filling[6] = Format(Pick(words.Statements, chance), Filling(words, chance));
        string slots = Format(words.Slots[template], filling);
        return new Exchange { Prompt = string.Join(words.Gap, sentences) + "\n\n" + slots };
    }

    private static string Question(SampleVocabulary words, Random chance)
    {
        object[] filling = Filling(words, chance);
        string question = Format(Pick(words.Questions, chance), filling);
        question = chance.Next(3) == 0 ? char.ToLowerInvariant(question[0]) + question[1..] : Capital(question);
        return chance.Next(2) == 0 ? question : question + words.Gap + Format(Pick(words.Remarks, chance), filling);
    }

    // Two different things, two numbers, and room for a name and two statements.
    private static object[] Filling(SampleVocabulary words, Random chance) => Filling(words.Things, chance);

    private static object[] Filling(IReadOnlyList<string> things, Random chance)
    {
        int first = chance.Next(things.Count);
        int second = (first + 1 + chance.Next(things.Count - 1)) % things.Count;
        return [things[first], things[second], chance.Next(20, 2_000), chance.Next(2, 20), string.Empty, string.Empty, string.Empty];
    }

    private static string Pick(IReadOnlyList<string> texts, Random chance) => texts[chance.Next(texts.Count)];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Format(string text, object[] filling) => string.Format(CultureInfo.InvariantCulture, text, filling);

    private static void CheckTemplate(int template)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(template);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(template, Templates);
    }
}
