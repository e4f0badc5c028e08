// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

public sealed class WordBagTests
{
    [Test]
    public void Read_AnyText_HasLengthOne() => Assert.That(Read([1, 2, 3, 2]).Sum(bucket => bucket * bucket), Is.EqualTo(1).Within(1e-5));

    [Test]
    public void Read_AWordTwice_CountsTwice()
    {
        float[] once = Read([7]);
        int bucket = Array.FindIndex(once, count => count > 0);
        float[] buckets = Read([7, 8, 9, 7]);

        Assert.That(once[bucket], Is.EqualTo(1));
        Assert.That(buckets[bucket], Is.EqualTo(Math.Sqrt(0.5)).Within(1e-6));
    }

    [Test]
    public void Read_OtherOrder_IsTheSame() => Assert.That(Read([1, 2, 3]), Is.EqualTo(Read([3, 1, 2])));

    [Test]
    public void Read_NoWords_LeavesNoOldNumbers() => Assert.That(Read([]), Is.All.Zero);

    private static float[] Read(int[] words)
    {
        float[] buckets = new float[WordBag.Buckets];
        Array.Fill(buckets, 5);
        WordBag.Read(words, buckets);
        return buckets;
    }
}
