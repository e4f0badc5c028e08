// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Benchmarks.Peers;

namespace DistillGuard.Benchmarks.Tests.Peers;

[TestFixture]
internal sealed class AhoCorasickPeerTests
{
    [Test]
    public void Find_PhrasesOfFewLetters_FindsThoseThatATextContains()
    {
        var random = new Random(11);
        for (int round = 0; round < 300; round++)
        {
            string[] phrases = [.. Enumerable.Range(0, 12).Select(_ => Letters(random, 1 + random.Next(5))).Distinct(StringComparer.OrdinalIgnoreCase)];
            string text = Letters(random, random.Next(40));
            bool[] found = new bool[phrases.Length];

            int count = new AhoCorasickPeer(phrases).Find(Encoding.UTF8.GetBytes(text), found);

            bool[] expected = [.. phrases.Select(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase))];
            Assert.That((found, count), Is.EqualTo((expected, expected.Count(one => one))), $"{string.Join(' ', phrases)} in {text}");
        }
    }

    private static string Letters(Random random, int length) => new([.. Enumerable.Range(0, length).Select(_ => "abcABé"[random.Next(6)])]);
}
