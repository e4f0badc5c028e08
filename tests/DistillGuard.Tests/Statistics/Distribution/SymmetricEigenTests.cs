// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

public sealed class SymmetricEigenTests
{
    private const int Size = 12;

    [TestCase(1)]
    [TestCase(2)]
    public void Decompose_AnySymmetricMatrix_GivesItBack(int seed)
    {
        var random = new SplitMix((ulong)seed);
        float[] numbers = Normals.Vector(Size * Size, ref random);
        double[] matrix = new double[Size * Size];
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] = numbers[i] + numbers[(i % Size * Size) + (i / Size)];
        }

        double[] values = [.. matrix];
        double[] vectors = new double[Size * Size];
        SymmetricEigen.Decompose(values, vectors, Size);
        double[] rebuilt = new double[Size * Size];
        for (int i = 0; i < rebuilt.Length; i++)
        {
            rebuilt[i] = Enumerable.Range(0, Size).Sum(k => values[k * (Size + 1)] * vectors[(k * Size) + (i / Size)] * vectors[(k * Size) + (i % Size)]);
        }

        Assert.That(rebuilt, Is.EqualTo(matrix).Within(1e-9));
    }
}
