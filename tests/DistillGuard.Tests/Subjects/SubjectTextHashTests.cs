// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

public sealed class SubjectTextHashTests
{
    private static readonly SubjectTextHash Hash = new(new SubjectKey(1, 2));

    [Test]
    public void Hash_SameSubjectAndText_IsTheSame() =>
        Assert.That(new SubjectTextHash(new SubjectKey(1, 2)).Hash("ada"u8), Is.EqualTo(Hash.Hash("ada"u8)));

    [TestCase(1UL, 3UL)]
    [TestCase(3UL, 2UL)]
    public void Hash_AnotherSubject_IsAnother(ulong low, ulong high) =>
        Assert.That(new SubjectTextHash(new SubjectKey(low, high)).Hash("ada"u8), Is.Not.EqualTo(Hash.Hash("ada"u8)));

    [Test]
    public void Hash_AnotherText_IsAnother() => Assert.That(Hash.Hash("ada"u8), Is.Not.EqualTo(Hash.Hash("adb"u8)));

    [Test]
    public void Hash_TextCutElsewhere_IsAnother() =>
        Assert.That(Hash.Hash("c"u8, Hash.Hash("ab"u8)), Is.Not.EqualTo(Hash.Hash("bc"u8, Hash.Hash("a"u8))));

    [Test]
    public void Hash_Utf16_CountsEveryCharacter() => Assert.That(Hash.Hash("\uD800"), Is.Not.EqualTo(Hash.Hash("\uDC00")));

    [TestCase(SubjectTextHash.LongestWhole)]
    [TestCase(SubjectTextHash.LongestWhole + 1)]
    [TestCase(10_000)]
    public void Hash_LongTextWithAnotherEnd_IsAnother(int length)
    {
        byte[] text = new byte[length];
        ulong before = Hash.Hash(text);
        text[^1] = 1;

        Assert.That(Hash.Hash(text), Is.Not.EqualTo(before));
    }

    [Test]
    public void Hash_LongTextsThatDifferInLength_AreOthers() =>
        Assert.That(Hash.Hash(new byte[1_000]), Is.Not.EqualTo(Hash.Hash(new byte[1_001])));

    [Test]
    public void Hash_LongTextThatDiffersInTheMiddle_IsTheSame()
    {
        byte[] text = new byte[1_000];
        ulong before = Hash.Hash(text);
        text[500] = 1;

        Assert.That(Hash.Hash(text), Is.EqualTo(before), "the cost is bounded, and this is its price");
    }
}
