// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

public sealed class BigramModelTests
{
    // Three texts over three words, written out: counts of words a 4, b 3, c 1; of pairs start-a 2, start-b 1, a-b 2, a-a 1, b-c 1, b-a 1.
    private static readonly int[][] Texts = [[1, 2, 3], [1, 1, 2], [2, 1]];

    [TestCase(new[] { 1 })]
    [TestCase(new[] { 1, 2, 3 })]
    [TestCase(new[] { 3, 3, 1 })]
    [TestCase(new[] { 9, 1, 7 })]
    public void BitsPerWord_FewWords_IsWhatDictionariesGive(int[] words) => Assert.That(Learned().BitsPerWord(words), Is.EqualTo(Slow(Texts, words)).Within(1e-9));

    [TestCase(new[] { 1 })]
    [TestCase(new[] { 3, 3, 1 })]
    [TestCase(new[] { 9, 1, 7 })]
    public void BitsPerWordAlone_FewWords_IsWhatDictionariesGive(int[] words) =>
        Assert.That(Learned().BitsPerWordAlone(words), Is.EqualTo(words.Average(word => -Math.Log2(Alone(Texts, word)))).Within(1e-9));

    [Test]
    public void BitsPerWord_AfterATextWasRemoved_IsAsIfItHadNeverBeenLearned()
    {
        BigramModel model = Learned();
        model.Remove(Texts[1]);

        Assert.That(model.BitsPerWord([1, 2, 3]), Is.EqualTo(Slow([Texts[0], Texts[2]], [1, 2, 3])).Within(1e-9));
    }

    [Test]
    public void BitsPerWord_WithoutWords_IsZero()
    {
        Assert.That(Learned().BitsPerWord([]), Is.Zero);
        Assert.That(Learned().BitsPerWordAlone([]), Is.Zero);
    }

    [Test]
    public void BitsPerWord_NothingLearned_IsFinite()
    {
        Assert.That(double.IsFinite(new BigramModel().BitsPerWord([1, 2])), Is.True);
        Assert.That(double.IsFinite(new BigramModel().BitsPerWordAlone([1, 2])), Is.True);
    }

    private static BigramModel Learned()
    {
        var model = new BigramModel();
        foreach (int[] text in Texts)
        {
            model.Add(text);
        }

        return model;
    }

    private static double Slow(int[][] texts, int[] words)
    {
        (int, int)[] pairs = [.. texts.SelectMany(text => text.Select((word, i) => (i == 0 ? 0 : text[i - 1], word)))];
        double bits = 0;
        for (int i = 0; i < words.Length; i++)
        {
            int before = i == 0 ? 0 : words[i - 1];
            double after = (pairs.Count(pair => pair == (before, words[i])) + (3 * Alone(texts, words[i]))) / (pairs.Count(pair => pair.Item1 == before) + 3);
            bits -= Math.Log2(after);
        }

        return bits / words.Length;
    }

    private static double Alone(int[][] texts, int word)
    {
        int[] all = [.. texts.SelectMany(text => text)];
        return (all.Count(other => other == word) + (all.Distinct().Count() / 50_000.0)) / (all.Length + all.Distinct().Count());
    }
}
