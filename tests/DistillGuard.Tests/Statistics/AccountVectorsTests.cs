// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics;

public sealed class AccountVectorsTests
{
    private static readonly float[] Even = [1, 1];

    [Test]
    public void Standardise_DimensionsOfDifferentUnits_CountAlike()
    {
        float[] small = [3, 1, -2, 4];
        float[] large = [3, 1000, -2, 4000];
        AccountVectors.Standardise(small, Even);
        AccountVectors.Standardise(large, Even);

        Assert.That(large, Is.EqualTo(small).Within(1e-6));
    }

    [Test]
    public void Standardise_AnyAccounts_HaveLengthOne()
    {
        float[] vectors = [3, 1, -2, 400, 0.5f, -70];
        AccountVectors.Standardise(vectors, Even);

        Assert.That(Enumerable.Range(0, 3).Select(i => Math.Sqrt((vectors[2 * i] * vectors[2 * i]) + (vectors[(2 * i) + 1] * vectors[(2 * i) + 1]))), Is.All.EqualTo(1).Within(1e-6));
    }

    // Root mean squares are sqrt(5) and sqrt(8.5): written out for the first of two accounts.
    [Test]
    public void Standardise_TwoAccounts_DividesByTheRootMeanSquare()
    {
        float[] vectors = [3, 1, -1, 4];
        AccountVectors.Standardise(vectors, [1, 2]);

        double x = 3 / Math.Sqrt(5);
        double y = 2 / Math.Sqrt(8.5);
        double length = Math.Sqrt((x * x) + (y * y));
        Assert.That(new[] { vectors[0], vectors[1] }, Is.EqualTo(new[] { x / length, y / length }).Within(1e-6));
    }

    [Test]
    public void Standardise_WhatNobodyChanged_StaysZero()
    {
        float[] vectors = [0, 1, 0, -1, 0, 0];
        AccountVectors.Standardise(vectors, Even);

        Assert.That(vectors, Is.EqualTo(new float[] { 0, 1, 0, -1, 0, 0 }));
    }
}
