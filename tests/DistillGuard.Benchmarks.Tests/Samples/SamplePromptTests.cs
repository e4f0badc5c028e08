// SPDX-License-Identifier: MIT

using System.Text.Unicode;
using DistillGuard.Benchmarks.Samples;

namespace DistillGuard.Benchmarks.Tests.Samples;

[TestFixture]
internal sealed class SamplePromptTests
{
    [TestCase(SampleLanguage.English)]
    [TestCase(SampleLanguage.Chinese)]
    [TestCase(SampleLanguage.Russian)]
    [TestCase(SampleLanguage.Code)]
    public void Utf8_AnyLanguage_IsWholeCharactersOfTheSizeAskedFor(SampleLanguage language)
    {
        byte[] utf8 = new SamplePrompt(language, 4096).Utf8;

        Assert.That((Utf8.IsValid(utf8), utf8.Length), Is.EqualTo((true, 4096)).Or.EqualTo((true, 4095)).Or.EqualTo((true, 4094)));
    }

    [Test]
    public void Different_Many_AreAllDifferentAndBeginWithTheUsualOne()
    {
        string[] texts = [.. SamplePrompt.Different(64, 1024).Select(prompt => prompt.Text)];

        Assert.That(texts, Is.Unique);
        Assert.That(texts[0], Is.EqualTo(new SamplePrompt(SampleLanguage.English, 1024).Text));
    }

    [Test]
    public void Write_SameSeed_GivesTheSameText()
    {
        string first = new WordChain(SampleLanguage.Code).Write(1000, seed: 7);
        string again = new WordChain(SampleLanguage.Code).Write(1000, seed: 7);
        string other = new WordChain(SampleLanguage.Code).Write(1000, seed: 8);

        Assert.That((again == first, other == first), Is.EqualTo((true, false)));
    }
}
