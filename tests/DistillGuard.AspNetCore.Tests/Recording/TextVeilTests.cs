// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Snapshots;

namespace DistillGuard.AspNetCore.Recording;

/// <summary>What is alike stays alike, what differs stays different, and nothing can be read.</summary>
public sealed class TextVeilTests
{
    private KeyedVeil _keyed = null!;
    private TextVeil _veil = null!;

    [SetUp]
    public void Begin()
    {
        _keyed = new KeyedVeil(TemporaryState.Secret);
        _veil = new TextVeil(new SentenceVeil(_keyed));
    }

    [TearDown]
    public void End() => _keyed.Dispose();

    [Test]
    public void Veil_TheSameText_IsTheSame()
    {
        const string Text = "Sort these invoices by their date.";
        string first = _veil.Veil(Text);

        Assert.That(_veil.Veil("Something else. " + Text), Does.EndWith(first));
    }

    [Test]
    public void Veil_AnotherKey_IsAnotherText()
    {
        using var other = new KeyedVeil([.. Enumerable.Repeat((byte)9, 16)]);

        Assert.That(new TextVeil(new SentenceVeil(other)).Veil("Sort these invoices."), Is.Not.EqualTo(_veil.Veil("Sort these invoices.")));
    }

    [Test]
    public void Veil_OneTemplateFilledTwice_SharesItsLongWordsOnly()
    {
        string first = _veil.Veil("Sort these 12 invoices of \"Miller\" by their date.");
        string second = _veil.Veil("Sort these 99 invoices of \"Smith\" by their date.");

        Assert.That(first, Is.Not.EqualTo(second));
        Assert.That(LongWords(first), Is.EqualTo(LongWords(second)).And.Not.Empty);
    }

    [Test]
    public void Veil_SeveralSentences_KeepsWhereTheyEnd()
    {
        string made = _veil.Veil("First sentence with several words. Second one is a question?\nA new line");

        Assert.That((made.Count(letter => letter == '.'), made.Count(letter => letter == '?'), made.Count(letter => letter == '\n')), Is.EqualTo((1, 1, 1)));
    }

    [TestCase("Please sort the following invoices by their date carefully and completely.")]
    [TestCase("Пожалуйста, отсортируйте следующие счета по датам и суммам.")]
    [TestCase("请把下面的文字翻译成英文，并且保留原来的格式")]
    [TestCase("다음 송장을 날짜별로 정렬하고 합계를 계산해 주세요.")]
    public void Veil_AnyScript_KeepsScriptAndAboutTheLength(string text)
    {
        string made = _veil.Veil(text);

        Assert.That(made, Is.Not.EqualTo(text));
        Assert.That(made, Has.Length.InRange(text.Length * 0.8, (text.Length * 1.4) + 4));
        int script = MadeUpLetters.ScriptOf(text.EnumerateRunes().First(System.Text.Rune.IsLetter));
        Assert.That(made.EnumerateRunes().Count(rune => System.Text.Rune.IsLetter(rune) && MadeUpLetters.ScriptOf(rune) == script), Is.GreaterThan(text.Length / 4));
    }

    [TestCase("Sort these invoices")]
    [TestCase("a")]
    [TestCase("hunter2")]
    [TestCase("😀 smile")]
    public void Veil_EveryWord_IsAnother(string text)
    {
        string[] made = _veil.Veil(text).Split(' ');

        Assert.That(text.Split(' ').Where(word => word.Length > 1).Intersect(made, StringComparer.Ordinal), Is.Empty);
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("\n\n")]
    public void Veil_NothingToRead_StaysAsItIs(string text) => Assert.That(_veil.Veil(text).Trim(' '), Is.EqualTo(text.Trim(' ')));

    private static string[] LongWords(string text) => [.. text.Split(' ', '.').Where(word => word.Length >= 4 && word.All(char.IsAsciiLetter))];
}
