// SPDX-License-Identifier: MIT

using DistillGuard.Statistics;

namespace DistillGuard.Evaluation.Windows;

public sealed class ReplacedWordModelTests
{
    private const int Vocabulary = 200;

    [Test]
    public void Oddness_NewTextOfTheSameLaw_IsFarBelowThatOfItsWordsShuffled()
    {
        var random = new SplitMix(1);
        ReplacedWordModel model = ReplacedWordModel.Fit(Texts(300, ref random));

        int[][] texts = Texts(50, ref random);
        double usual = texts.Average(text => model.Oddness(text));
        foreach (int[] text in texts)
        {
            Draws.ToFront(text, text.Length, ref random);
        }

        double shuffled = texts.Average(text => model.Oddness(text));

        Assert.That(usual, Is.LessThan(0.3));
        Assert.That(shuffled, Is.GreaterThan(usual + 0.25));
    }

    // What is calibrated on one fit must hold for the next: the texts learned last must not decide.
    [Test]
    public void Oddness_FittedToOtherTextsOfTheSameLaw_HardlyDiffers()
    {
        var random = new SplitMix(4);
        int[][] texts = Texts(50, ref random);
        double[] means = new double[6];
        for (int i = 0; i < means.Length; i++)
        {
            ReplacedWordModel model = ReplacedWordModel.Fit(Texts(300, ref random));
            means[i] = texts.Average(text => model.Oddness(text));
        }

        Assert.That(means.Max() - means.Min(), Is.LessThan(0.02));
    }

    // With half of the words replaced, a word never seen in its place is more likely a replaced one.
    [Test]
    public void Oddness_WordsNeverSeen_IsAboveOneHalf()
    {
        var random = new SplitMix(2);
        ReplacedWordModel model = ReplacedWordModel.Fit(Texts(300, ref random));

        Assert.That(model.Oddness([70_001, 70_002, 70_003, 70_004]), Is.GreaterThan(0.5));
    }

    [Test]
    public void Oddness_NoWords_IsZero() => Assert.That(ReplacedWordModel.Fit([[1, 2, 3]]).Oddness([]), Is.Zero);

    [Test]
    public void Fit_SameTexts_GivesTheSame()
    {
        var random = new SplitMix(3);
        int[][] texts = Texts(50, ref random);

        double first = ReplacedWordModel.Fit(texts).Oddness(texts[0]);
        double second = ReplacedWordModel.Fit(texts).Oddness(texts[0]);

        Assert.That(second, Is.EqualTo(first));
    }

    private static int[][] Texts(int count, ref SplitMix random)
    {
        int[][] texts = new int[count][];
        for (int i = 0; i < count; i++)
        {
            texts[i] = Text(ref random);
        }

        return texts;
    }

    // Each word has three that may follow it.
    private static int[] Text(ref SplitMix random)
    {
        int[] text = new int[20];
        text[0] = random.Below(Vocabulary);
        for (int i = 1; i < text.Length; i++)
        {
            text[i] = ((text[i - 1] * 7) + (31 * random.Below(3))) % Vocabulary;
        }

        return text;
    }
}
