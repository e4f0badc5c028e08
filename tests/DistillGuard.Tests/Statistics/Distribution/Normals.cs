// SPDX-License-Identifier: MIT

namespace DistillGuard.Statistics.Distribution;

/// <summary>Standard normal numbers, by Box and Muller.</summary>
internal static class Normals
{
    public static float[] Vector(int length, ref SplitMix random)
    {
        var vector = new float[length];
        for (int i = 0; i < length; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(((random.Next() >> 11) + 1) * double.Exp2(-53)));
            vector[i] = (float)(radius * Math.Cos(Math.Tau * (random.Next() >> 11) * double.Exp2(-53)));
        }

        return vector;
    }
}
