// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Statistics.Distribution;

public sealed class HashedNGramsTests
{
    // Four n-gram lengths of a text of n different characters give 4n - 10 grams; few fall together in 1,024 buckets.
    [Test]
    public void Read_ShortText_HasAsManyGramsAsItHolds() =>
        Assert.That(Read("abcdefgh", 1).Count(value => value > 0), Is.InRange(20, 22));

    [TestCase("Some text to be read.")]
    [TestCase("aa")]
    public void Read_AnyText_HasLengthOne(string text) => Assert.That(Read(text, 1).Sum(value => value * value), Is.EqualTo(1).Within(1e-5));

    [TestCase("")]
    [TestCase("x")]
    public void Read_NoPair_IsAllZero(string text) => Assert.That(Read(text, 1), Is.All.Zero);

    [Test]
    public void Read_RepeatedPair_HasTheRootOfItsShare() => Assert.That(Read("aaa", 1).Max(), Is.EqualTo(Math.Sqrt(2 / 3.0)).Within(1e-6));

    [Test]
    public void Read_CaseAndSpace_DoNotCount() => Assert.That(Read("Ab \n c", 1), Is.EqualTo(Read("aB C", 1)));

    [Test]
    public void Read_OtherKey_SharesOtherBuckets() => Assert.That(Read("some text", 2), Is.Not.EqualTo(Read("some text", 1)));

    [Test]
    public void Read_BeyondTwoThousandCharacters_DoesNotCount() =>
        Assert.That(Read(new string('a', 2_000) + "bcdef", 1), Is.EqualTo(Read(new string('a', 2_000), 1)));

    private static float[] Read(string text, ulong key)
    {
        float[] buckets = new float[HashedNGrams.Buckets];
        new HashedNGrams(key).Read(Encoding.UTF8.GetBytes(text), buckets);
        return buckets;
    }
}
