// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Statistics.Distribution;

public sealed class NoveltyMixtureTests
{
    private const int Benign = 300;
    private const int Size = 40;

    private static readonly string[] Words =
        ["the", "old", "harbour", "master", "counts", "every", "boat", "that", "comes", "home", "before", "the", "evening", "bell", "rings", "over", "town"];

    [Test]
    public void Read_TheSameWordsOtherwisePunctuated_AreTheSameHashes()
    {
        var words = new List<int>();
        var others = new List<int>();
        new HashedWords(1).Read("The old harbour, 7 boats."u8, words);
        new HashedWords(1).Read("the OLD -- harbour 7 (boats)"u8, others);

        Assert.That(words, Has.Count.EqualTo(5).And.EqualTo(others));
    }

    [Test]
    public void Read_AnotherKey_GivesOtherHashes()
    {
        var words = new List<int>();
        var others = new List<int>();
        new HashedWords(1).Read("harbour"u8, words);
        new HashedWords(2).Read("harbour"u8, others);

        Assert.That(words, Is.Not.EqualTo(others));
    }

    // The same words in another order: nothing that is counted word by word or character by character differs much.
    [Test]
    public void PValue_ShuffledWords_AreSeenByTheOrderOfWordsOnly()
    {
        (double words, double style, double length) = Judge(shuffled: true);

        Assert.That((words <= 0.01, style > 0.01, length > 0.01), Is.EqualTo((true, true, true)), $"{words} {style} {length}");
    }

    [Test]
    public void PValue_TextsOfTheReferencesKind_AreUsual() => Assert.That(Judge(shuffled: false).Words, Is.GreaterThan(0.01));

    // Were the reference's texts scored by a model that knows them, every other text would look new.
    [Test]
    public void Add_TextsLikeTheReferences_GainNoEvidence()
    {
        var random = new SplitMix(3);
        FeatureRows rows = Rows(Benign + Size, ref random);
        int[] reference = [.. Enumerable.Range(0, Benign)];
        NoveltyMixture mixture = NoveltyMixture.Fit(rows, reference);
        double[] sums = new double[ShiftMixture.Alternatives];
        for (int row = Benign; row < Benign + Size; row++)
        {
            mixture.Add(rows.Words(row), rows.Style(row)[StyleVector.LogCharacters], sums);
        }

        Assert.That(ShiftMixture.Of(sums), Is.LessThan(4));
    }

    private static (double Words, double Style, double Length) Judge(bool shuffled)
    {
        var random = new SplitMix(5);
        FeatureRows rows = Rows(Benign, ref random);
        int[] all = [.. Enumerable.Range(0, Benign)];
        WindowNull law = WindowNull.Calibrate(rows, all, Size, 7);
        WindowReference reference = WindowReference.Fit(rows, all);
        var one = new FeatureRows(1);
        var window = new WindowSums();
        for (int i = 0; i < Size; i++)
        {
            string[] words = Sentence(ref random).Split(' ');
            int[] order = [.. Enumerable.Range(0, words.Length)];
            if (shuffled)
            {
                random.ChooseFront(order, order.Length);
            }

            one.Add(Encoding.UTF8.GetBytes(string.Join(' ', order.Select(place => words[place]))));
            reference.Add(one.Style(i), one.NGrams(i), one.Words(i), window);
        }

        WindowScores scores = window.Scores();
        return (new WindowTest(law, WindowParts.Words).PValue(scores), new WindowTest(law, WindowParts.Style).PValue(scores), new WindowTest(law, WindowParts.Length).PValue(scores));
    }

    private static FeatureRows Rows(int count, ref SplitMix random)
    {
        var rows = new FeatureRows(1);
        for (int i = 0; i < count; i++)
        {
            rows.Add(Encoding.UTF8.GetBytes(Sentence(ref random)));
        }

        return rows;
    }

    // A walk along one sentence that now and then jumps.
    private static string Sentence(ref SplitMix random)
    {
        var words = new List<string>();
        int at = random.Below(Words.Length);
        int length = 12 + random.Below(12);
        for (int i = 0; i < length; i++)
        {
            words.Add(Words[at]);
            at = random.Below(5) == 0 ? random.Below(Words.Length) : (at + 1) % Words.Length;
        }

        return string.Join(' ', words);
    }
}
