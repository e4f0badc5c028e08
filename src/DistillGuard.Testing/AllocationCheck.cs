// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>
/// Replays recorded traffic, each round later than the one before, and counts the bytes allocated inside the guard.
/// </summary>
internal static class AllocationCheck
{
    private const int WarmUpRounds = 2;

    // Rounds of scripts that visit the ends of the calendar may overlap; the shift must not leave it.
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(3_660);

    public static void Run(DetectorCase detector)
    {
        SentExchange[] traffic = detector.RecordBoth();
        TimeSpan span = traffic.Max(sent => sent.Time) - traffic.Min(sent => sent.Time);
        TimeSpan shift = span < LongestSpan ? span + TimeSpan.FromHours(1) : LongestSpan;
        DistillationGuard guard = detector.Build();
        var player = new ExchangePlayer();
        long least = long.MaxValue;
        for (int round = 0; round < WarmUpRounds + Allocations.Rounds && least > 0; round++)
        {
            player.ForgetGuardBytes();
            foreach (SentExchange sent in traffic)
            {
                player.Play(guard, sent.Later(shift * round));
            }

            least = round < WarmUpRounds ? least : Math.Min(least, player.GuardBytes);
        }

        if (least > 0)
        {
            throw new DetectorContractException(
                $"{least:N0} bytes were allocated over {traffic.Length:N0} requests, " +
                $"{(double)least / traffic.Length:F1} a request, " +
                "in the best of five rounds. Keep numbers in a state slot; look for strings, lambdas, LINQ, boxing " +
                "and foreach over interfaces.");
        }
    }
}
