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
        WindowParts[] seen = Seen(text => Shuffled(text, 4));

        Assert.That(seen, Has.Member(WindowParts.Words).And.No.Member(WindowParts.Rarity).And.No.Member(WindowParts.Vocabulary).And.No.Member(WindowParts.Style));
    }

    // Names as long as the words they stand for, each used once.
    [Test]
    public void PValue_ARareWordInEachText_IsSeenByRarity()
    {
        int names = 0;
        WindowParts[] seen = Seen(text => text.Replace("harbour", $"zq{names++:00000}", StringComparison.Ordinal));

        Assert.That(seen, Has.Member(WindowParts.Rarity));
    }

    // Known words, none rarer than the other, used more often than before.
    [Test]
    public void PValue_AnotherMixOfKnownWords_IsSeenByVocabulary()
    {
        WindowParts[] seen = Seen(text => text.Replace("boat", "town", StringComparison.Ordinal).Replace("home", "bell", StringComparison.Ordinal));

        Assert.That(seen, Has.Member(WindowParts.Vocabulary).And.No.Member(WindowParts.Rarity));
    }

    [Test]
    public void PValue_TextsOfTheReferencesKind_AreUsual() => Assert.That(Seen(text => text), Is.Empty);

    // Were the reference's texts scored by a model that knows them, every other text would look new.
    [Test]
    public void Add_TextsLikeTheReferences_GainNoEvidence()
    {
        var random = new SplitMix(3);
        FeatureRows rows = Rows(Benign + Size, ref random);
        int[] reference = [.. Enumerable.Range(0, Benign)];
        NoveltyMixture mixture = NoveltyMixture.Fit(rows, reference);
        double[] sums = new double[ShiftMixture.Alternatives];
        double[] rarity = new double[ShiftMixture.Alternatives];
        for (int row = Benign; row < Benign + Size; row++)
        {
            mixture.Add(rows.Words(row), rows.Style(row)[StyleVector.LogCharacters], sums, rarity);
        }

        Assert.That(ShiftMixture.Of(sums), Is.LessThan(4));
        Assert.That(ShiftMixture.Of(rarity), Is.LessThan(4));
    }

    // The parts that tell a window of changed texts from the reference's.
    private static WindowParts[] Seen(Func<string, string> change)
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
            one.Add(Encoding.UTF8.GetBytes(change(Sentence(ref random))));
            reference.Add(one.Style(i), one.NGrams(i), one.Words(i), window);
        }

        WindowScores scores = window.Scores();
        WindowParts[] parts =
            [WindowParts.Style, WindowParts.Length, WindowParts.NGrams, WindowParts.Words, WindowParts.Vocabulary, WindowParts.Rarity];
        return [.. parts.Where(part => new WindowTest(law, part).PValue(scores) <= 0.01)];
    }

    private static string Shuffled(string text, ulong seed)
    {
        var random = new SplitMix(seed);
        string[] words = text.Split(' ');
        int[] order = [.. Enumerable.Range(0, words.Length)];
        random.ChooseFront(order, order.Length);
        return string.Join(' ', order.Select(place => words[place]));
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
