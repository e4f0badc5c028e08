// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.Text;

public sealed class PhraseBeginningsTests
{
    [Test]
    public void Count_PhrasesThatShareABeginning_CountsItOnce() => Assert.That(Count("tea", "team", "tin"), Is.EqualTo(6)); // t te tea team ti tin

    [Test]
    public void Count_AnyPhrases_IsThatOfASetOfBeginnings() =>
        Gen.String[Gen.Char["abc"], 1, 6].Array[0, 12].Sample(phrases =>
            Count(phrases) == phrases.SelectMany(phrase => Enumerable.Range(1, phrase.Length).Select(length => phrase[..length])).Distinct(StringComparer.Ordinal).Count());

    private static int Count(params string[] phrases)
    {
        var beginnings = new PhraseBeginnings();
        foreach (string phrase in phrases)
        {
            beginnings.Add(Encoding.UTF8.GetBytes(phrase));
        }

        return beginnings.Count;
    }
}
