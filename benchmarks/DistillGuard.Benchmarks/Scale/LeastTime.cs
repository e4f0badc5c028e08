// SPDX-License-Identifier: MIT

using System.Diagnostics;

namespace DistillGuard.Benchmarks.Scale;

/// <summary>The least time of a call over many short rounds: other programs can only add time.</summary>
internal static class LeastTime
{
    private const double RoundMicroseconds = 3_000;
    private const int WarmUpRounds = 200;
    private const int Rounds = 60;

    /// <summary>Microseconds of a call.</summary>
    public static double Of(Action call)
    {
        int calls = 1;
        double least = double.PositiveInfinity;
        for (int round = 0; round < WarmUpRounds + Rounds; round++)
        {
            double time = Time(call, calls) / calls;
            calls = Math.Clamp((int)(RoundMicroseconds / time), 1, 100_000);
            least = round < WarmUpRounds ? least : Math.Min(least, time);
        }

        return least;
    }

    private static double Time(Action call, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            call();
        }

        return Math.Max(0.01, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
    }
}
