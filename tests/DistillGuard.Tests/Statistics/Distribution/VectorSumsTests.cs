// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

public sealed class VectorSumsTests
{
    // Lengths on both sides of what a processor adds at once.
    [Test]
    public void Add_EveryLength_AddsEachNumber([Range(0, 35)] int length)
    {
        var random = new SplitMix(1);
        float[] left = Normals.Vector(length, ref random);
        float[] right = Normals.Vector(length, ref random);
        float[] expected = [.. left.Zip(right, (a, b) => a + b)];
        VectorSums.Add(left, right);

        Assert.That(right, Is.EqualTo(expected));
    }

    [Test]
    public void Dot_KnownVectors_IsTheSumOfProducts() => Assert.That(VectorSums.Dot([1, 2, 3], [4, -5, 6]), Is.EqualTo(12));
}
