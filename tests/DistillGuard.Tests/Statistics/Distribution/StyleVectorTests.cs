// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Statistics.Distribution;

public sealed class StyleVectorTests
{
    [Test]
    public void Read_EmptyText_IsAllZero() => Assert.That(Read(string.Empty), Is.All.Zero);

    [Test]
    public void Read_OverOldNumbers_LeavesNoneOfThem()
    {
        float[] features = new float[StyleVector.Length];
        Array.Fill(features, 7);
        StyleVector.Read("Two words."u8, features);

        Assert.That(features, Is.EqualTo(Read("Two words.")));
    }

    [TestCase("The cat sat.", 0, 12, TestName = "characters")]
    [TestCase("The cat sat.", 1, 3, TestName = "words")]
    public void Read_ShortText_HoldsTheLogarithmOfCounts(string text, int feature, int count) =>
        Assert.That(Read(text)[feature], Is.EqualTo(Math.Log(1 + count)).Within(1e-5));

    [TestCase(4, 1 / 12f, TestName = "upper case")]
    [TestCase(7, 2 / 12f, TestName = "space")]
    [TestCase(8, 0.288675f, TestName = "root of the share of full stops")]
    [TestCase(38, 1, TestName = "starts with a capital")]
    [TestCase(39, 1, TestName = "ends a sentence")]
    [TestCase(40, 1 / 3f, TestName = "capitalised words")]
    [TestCase(41, 1, TestName = "different words")]
    [TestCase(44, 1, TestName = "words of three letters")]
    [TestCase(53, 9 / 12f, TestName = "letters")]
    public void Read_ShortText_HoldsShares(int feature, float share) =>
        Assert.That(Read("The cat sat.")[feature], Is.EqualTo(share).Within(1e-5));

    [Test]
    public void Read_ShortWordAgain_IsCounted() => Assert.That(Read("of this of that")[51], Is.EqualTo(0.25f));

    // The same sentence shape in three scripts with case: what counts is the shape.
    [TestCase("Кот спит. Пес ест.")]
    [TestCase("Γατ ύπνο. Σκύ τρώ.")]
    [TestCase("Cat naps. Dog eat.")]
    public void Read_SameShapeInAnotherScript_DiffersOnlyInBytesBeyondAscii(string text)
    {
        float[] plain = Read("Xyz abcd. Def ghi.");
        float[] other = Read(text);
        int[] differ = [.. Enumerable.Range(0, StyleVector.Length).Where(i => i != 6 && Math.Abs(plain[i] - other[i]) > 0.2)];

        Assert.That(differ, Is.Empty);
    }

    [Test]
    public void Read_InvalidUtf8_GivesFiniteNumbers()
    {
        float[] features = new float[StyleVector.Length];
        StyleVector.Read([0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x41], features);

        Assert.That(features, Is.All.Matches<float>(float.IsFinite));
    }

    [Test]
    public void Read_AnyText_AllocatesNothing()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 900).Select(i => $"word{i} ")));
        float[] features = new float[StyleVector.Length];
        StyleVector.Read(text, features);
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            StyleVector.Read(text, features);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.Zero);
    }

    private static float[] Read(string text)
    {
        float[] features = new float[StyleVector.Length];
        StyleVector.Read(Encoding.UTF8.GetBytes(text), features);
        return features;
    }
}
