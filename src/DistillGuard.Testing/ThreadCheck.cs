// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>Replays recorded traffic on four threads at once.</summary>
internal static class ThreadCheck
{
    private const int Threads = 4;
    private const int MostRequests = 5_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static void Run(DetectorCase detector)
    {
        SentExchange[] attack = [.. detector.RecordAttack().Exchanges.TakeLast(MostRequests)];
        DistillationGuard guard = detector.Build();
        using var start = new Barrier(Threads);
        var threads = new Thread[Threads];
        for (int i = 0; i < Threads; i++)
        {
            threads[i] = new Thread(() =>
            {
                start.SignalAndWait();
                var player = new ExchangePlayer();
                foreach (SentExchange sent in attack)
                {
                    player.Play(guard, sent);
                }
            }) { IsBackground = true };
        }

        Array.ForEach(threads, thread => thread.Start());
        if (!Array.TrueForAll(threads, thread => thread.Join(Patience)))
        {
            throw new DetectorContractException($"Four threads did not finish within {Patience.TotalSeconds:F0} s. A detector never waits.");
        }

        FaultCheck.ThrowIfAny(guard, "traffic from four threads at once");
        GuardCounters counters = guard.Counters;
        if (counters.Evaluated + counters.NotEvaluated != (long)Threads * attack.Length)
        {
            throw new DetectorContractException(
                $"Of {Threads * attack.Length} requests from four threads, {counters.Evaluated + counters.NotEvaluated} were counted.");
        }
    }
}
