// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 40;

    /// <summary>Turns the matrix into a diagonal one; its diagonal holds the eigenvalues.</summary>
    /// <param name="matrix">A symmetric matrix of <paramref name="size"/> rows, row by row; overwritten.</param>
    /// <param name="vectors">Takes the eigenvectors, one a row.</param>
    /// <param name="size">Rows and columns.</param>
    public static void Decompose(Span<double> matrix, Span<double> vectors, int size)
    {
        vectors.Clear();
        double trace = 0;
        for (int i = 0; i < size; i++)
        {
            vectors[(i * size) + i] = 1;
            trace += Math.Abs(matrix[(i * size) + i]);
        }

        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            double off = 0;
            for (int p = 0; p < size; p++)
            {
                for (int q = p + 1; q < size; q++)
                {
                    off += Math.Abs(matrix[(p * size) + q]);
                    Rotate(matrix, vectors, size, p, q);
                }
            }

            if (off <= 1e-13 * trace)
            {
                return;
            }
        }
    }

    private static void Rotate(Span<double> matrix, Span<double> vectors, int size, int p, int q)
    {
        double off = matrix[(p * size) + q];
        if (off == 0)
        {
            return;
        }

        double theta = (matrix[(q * size) + q] - matrix[(p * size) + p]) / (2 * off);
        double tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        double sine = tangent * cosine;
        for (int k = 0; k < size; k++)
        {
            (matrix[(k * size) + p], matrix[(k * size) + q]) = Turn(matrix[(k * size) + p], matrix[(k * size) + q], cosine, sine);
        }

        for (int k = 0; k < size; k++)
        {
            (matrix[(p * size) + k], matrix[(q * size) + k]) = Turn(matrix[(p * size) + k], matrix[(q * size) + k], cosine, sine);
            (vectors[(p * size) + k], vectors[(q * size) + k]) = Turn(vectors[(p * size) + k], vectors[(q * size) + k], cosine, sine);
        }
    }

    private static (double First, double Second) Turn(double first, double second, double cosine, double sine) =>
        ((cosine * first) - (sine * second), (sine * first) + (cosine * second));
}
