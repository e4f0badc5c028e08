// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

public sealed class UStatisticTests
{
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(40)]
    public void Of_AnySample_IsTheMeanProductOfAllOrderedPairs(int count)
    {
        var random = new SplitMix((ulong)count);
        float[][] vectors = [.. Enumerable.Range(0, count).Select(_ => Normals.Vector(5, ref random))];
        float[] sum = new float[5];
        double squares = 0;
        double products = 0;
        foreach (float[] vector in vectors)
        {
            VectorSums.Add(vector, sum);
            squares += VectorSums.Dot(vector, vector);
        }

        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                products += i == j ? 0 : vectors[i].Zip(vectors[j], (a, b) => (double)a * b).Sum();
            }
        }

        Assert.That(UStatistic.Of(sum, squares, count), Is.EqualTo(products / (count * (count - 1))).Within(1e-5));
    }

    [Test]
    public void Of_OneVector_IsZero() => Assert.That(UStatistic.Of([1, 2], 5, 1), Is.Zero);
}
