// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.Text;

public sealed class PhraseAutomatonTests
{
    private static readonly string[] Phrases =
    [
        "hidden reasoning", "reasoning step", "hidden rea", "soning step by step", "\u7ED9\u5B9A\u6307\u4EE4", "\u043D\u043E\u0432\u044B\u0435 \u0437\u0430\u0434\u0430\u0447\u0438",
        "#given prompt#", "a long phrase that goes on for quite some while",
    ];

    // Few letters, so that phrases share beginnings and ends, overlap and contain each other.
    private static readonly Gen<string> SmallTexts = Gen.OneOf("a", "b", "ab", " ", "-", "\u0436", "aaaa").Array[0, 80].Select(string.Concat);

    private static readonly Gen<string[]> SmallPhrases = Gen.OneOf("a", "b", "ab", " ", "-", "\u0436").Array[4, 22]
        .Select(string.Concat).Array[1, 12].Select(phrases => phrases.Distinct(StringComparer.Ordinal).ToArray());

    [Test]
    public void Scan_PhrasesAtEveryOffset_FindsEachOnce()
    {
        PhraseAutomaton automaton = Create(Phrases);
        for (int phrase = 0; phrase < Phrases.Length; phrase++)
        {
            for (int offset = 0; offset < 80; offset++)
            {
                string text = new string('.', offset) + Phrases[phrase] + new string('.', 40);

                Assert.That(Scan(automaton, text), Is.EqualTo(Expected(Phrases, text)), text);
                Assert.That(Scan(automaton, text), Does.Contain(phrase), text);
            }
        }
    }

    [Test]
    public void Scan_RandomTextsOfFewLetters_EqualsOracle() =>
        Gen.Select(SmallPhrases, SmallTexts).Sample(
            (phrases, text) =>
            {
                // Planting one makes sure that there is something to find.
                string planted = text + phrases[text.Length % phrases.Length] + text;
                return Scan(Create(phrases), planted).SequenceEqual(Expected(phrases, planted))
                    && Scan(Create(phrases), text).SequenceEqual(Expected(phrases, text));
            },
            iter: 10_000);

    [Test]
    public void Scan_PhrasesStrungTogether_EqualsOracle()
    {
        PhraseAutomaton automaton = Create(Phrases);
        Gen.OneOf([.. Phrases, " ", "x", "the ", "and so on, with other words between. "]).Array[0, 20].Select(string.Concat)
            .Sample(text => Scan(automaton, text).SequenceEqual(Expected(Phrases, text)), iter: 10_000);
    }

    [TestCase("hidden reasoning", ExpectedResult = true)]
    [TestCase("unhidden reasoning", ExpectedResult = false)]
    [TestCase("hidden reasonings", ExpectedResult = false)]
    [TestCase("\"hidden reasoning\"", ExpectedResult = true)]
    [TestCase("\u7ED9hidden reasoning\u5B9A", ExpectedResult = true)]
    [TestCase("unhidden reasoning, hidden reasoning", ExpectedResult = true)]
    public bool Scan_AsciiPhrase_KeepsWordBoundaries(string text) => Scan(Create("hidden reasoning"), text).Count > 0;

    [Test]
    public void Scan_PhraseAtSeam_IsNoWordBoundary()
    {
        PhraseAutomaton automaton = Create("hidden reasoning");
        var hits = new ulong[automaton.HitWords];

        automaton.Scan("hidden reasoning"u8, isStart: false, isEnd: true, hits);
        automaton.Scan("hidden reasoning"u8, isStart: true, isEnd: false, hits);

        Assert.That(hits[0], Is.Zero);
    }

    [Test]
    public void Scan_LongerShortestPhrase_LooksLessOften()
    {
        Assert.That(Create("12345678").Stride, Is.EqualTo(1));
        Assert.That(Create("123456789012").Stride, Is.EqualTo(5));
    }

    [Test]
    public void Scan_ShortPhrases_AreFoundBesideLongOnes()
    {
        PhraseAutomaton automaton = Create("1234", "1234567", "hidden reasoning");

        Assert.That(automaton.Stride, Is.EqualTo(1));
        Assert.That(Scan(automaton, "a 1234567 b hidden reasoning"), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Scan(automaton, "1234"), Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public void Scan_VeryShortPhrase_IsFoundWithoutFilter()
    {
        PhraseAutomaton automaton = Create("123", "hidden reasoning");

        Assert.That(automaton.Stride, Is.Zero);
        Assert.That(Scan(automaton, "a 123 b hidden reasoning"), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void Scan_PhrasesThatShareTheirBytes_EqualsOracleBeyondTheBudget()
    {
        // All share every window that is remembered, so each look compares all of them and the automaton takes over.
        string[] phrases = [.. Enumerable.Range(0, 200).Select(i => $"xqzj xqzj xqzj {i:D3}")];
        PhraseAutomaton automaton = Create(phrases);
        string text = string.Concat(Enumerable.Repeat("xqzj xqzj xqzj 99 ", 300)) + " xqzj xqzj xqzj 123";

        Assert.That(Scan(automaton, text), Is.EqualTo(Expected(phrases, text)));
        Assert.That(Scan(automaton, text), Is.EqualTo(new[] { 123 }));
    }

    [Test]
    public void Occurs_RandomTextsOfFewLetters_EqualsOracle() =>
        Gen.Select(SmallPhrases, SmallTexts).Sample(
            (phrases, text) =>
            {
                PhraseAutomaton automaton = Create(phrases);
                var hits = new ulong[automaton.HitWords];
                return automaton.Occurs(Encoding.UTF8.GetBytes(text), isStart: true, isEnd: true, hits) == (Expected(phrases, text).Count > 0);
            },
            iter: 10_000);

    [Test]
    public void Create_TooManyStates_Throws()
    {
        var random = new Random(1);
        var phrases = new byte[700][];
        for (int i = 0; i < phrases.Length; i++)
        {
            phrases[i] = new byte[100];
            random.NextBytes(phrases[i].AsSpan(0, 99));
            phrases[i] = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(phrases[i]))[..100];
        }

        Assert.That(() => PhraseAutomaton.Create(phrases), Throws.ArgumentException);
    }

    [Test]
    public void Scan_Steady_AllocatesNothing()
    {
        PhraseAutomaton automaton = Create(Phrases);
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("some words, then hidden reasoning step by step; ", 80)));
        var hits = new ulong[automaton.HitWords];
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            automaton.Scan(text, isStart: true, isEnd: true, hits);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.Zero);
    }

    private static PhraseAutomaton Create(params string[] phrases) => PhraseAutomaton.Create([.. phrases.Select(Encoding.UTF8.GetBytes)]);

    private static List<int> Scan(PhraseAutomaton automaton, string text)
    {
        var hits = new ulong[automaton.HitWords];
        automaton.Scan(Encoding.UTF8.GetBytes(text), isStart: true, isEnd: true, hits);
        return [.. Enumerable.Range(0, automaton.PhraseCount).Where(id => (hits[id / 64] & (1UL << (id % 64))) != 0)];
    }

    private static List<int> Expected(string[] phrases, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return [.. Enumerable.Range(0, phrases.Length).Where(id => PhraseOracle.Occurs(bytes, Encoding.UTF8.GetBytes(phrases[id])))];
    }
}
