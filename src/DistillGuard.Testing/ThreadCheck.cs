// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>
/// Replays recorded traffic on four threads at once: first for the same accounts, then for accounts of each thread's
/// own.
/// </summary>
/// <remarks>Requests of one account wait for each other at its profile; only different accounts are inside a detector
/// together.</remarks>
internal static class ThreadCheck
{
    private const int Threads = 4;
    private const int MostRequests = 5_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static void Run(DetectorCase detector)
    {
        SentExchange[] shared = [.. detector.RecordAttack().Exchanges.TakeLast(MostRequests)];
        DistillationGuard guard = detector.Build();
        using var start = new Barrier(Threads);
        long requests = 2L * Threads * shared.Length;
        var threads = new Thread[Threads];
        for (int i = 0; i < Threads; i++)
        {
            SentExchange[] traffic = [.. shared, .. OwnAccounts(shared, i)];
            threads[i] = new Thread(() => Play(guard, traffic, start)) { IsBackground = true };
        }

        Array.ForEach(threads, thread => thread.Start());
        if (!Array.TrueForAll(threads, thread => thread.Join(Patience)))
        {
            throw new DetectorContractException($"Four threads did not finish within {Patience.TotalSeconds:F0} s. " +
                "A detector never waits.");
        }

        FaultCheck.ThrowIfAny(guard, "traffic from four threads at once");
        GuardCounters counters = guard.Counters;
        if (counters.Evaluated + counters.NotEvaluated != requests)
        {
            throw new DetectorContractException(
                $"Of {requests} requests from four threads, {counters.Evaluated + counters.NotEvaluated} were " +
                "counted.");
        }
    }

    private static void Play(DistillationGuard guard, SentExchange[] traffic, Barrier start)
    {
        var player = new ExchangePlayer();
        start.SignalAndWait();
        foreach (SentExchange sent in traffic)
        {
            player.Play(guard, sent);
        }
    }

    private static SentExchange[] OwnAccounts(SentExchange[] shared, int thread) => Array.ConvertAll(
        shared,
        sent => sent with { Identity = sent.Identity with { Account = $"{sent.Identity.Account}, thread {thread}" } });
}
