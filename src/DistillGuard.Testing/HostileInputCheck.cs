// SPDX-License-Identifier: MIT

using System.Runtime.ExceptionServices;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

/// <summary>
/// Sends everything that <see cref="HostileExchanges"/> lists, first to a fresh guard each, then all to one guard.
/// </summary>
internal static class HostileInputCheck
{
    public static void Run(DetectorCase detector)
    {
        Exception? seen = null;
        int thread = Environment.CurrentManagedThreadId;
        void See(object? sender, FirstChanceExceptionEventArgs arguments)
        {
            if (Environment.CurrentManagedThreadId == thread)
            {
                seen = arguments.Exception;
            }
        }

        // The guard swallows exceptions; the message should name them.
        AppDomain.CurrentDomain.FirstChanceException += See;
        try
        {
            DistillationGuard lasting = detector.Build();
            foreach ((string occasion, SentExchange[] traffic) in HostileExchanges.All())
            {
                Send(detector.Build(), occasion, traffic, ref seen);
                Send(lasting, occasion, traffic, ref seen);
            }

            Send(lasting, "ordinary traffic after hostile input", detector.RecordBoth(), ref seen);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= See;
        }
    }

    private static void Send(DistillationGuard guard, string occasion, SentExchange[] traffic, ref Exception? seen)
    {
        var player = new ExchangePlayer();
        SubjectKeys subjects = default;
        foreach (SentExchange sent in traffic)
        {
            seen = null;
            Verdict verdict = player.Play(guard, sent);
            subjects = verdict.Subjects;
            FaultCheck.ThrowIfAny(guard, occasion, seen);
            CheckWeights(in verdict, occasion);
        }

        foreach ((string outcome, DateTimeOffset time, Exchange exchange) in HostileExchanges.Outcomes())
        {
            seen = null;
            player.Observe(guard, subjects, time, exchange);
            FaultCheck.ThrowIfAny(guard, $"{occasion}, then {outcome}", seen);
        }

        player.Observe(guard, new SubjectKeys { Account = new SubjectKey(1, 2) }, Traffic.Start, new Exchange());
        FaultCheck.ThrowIfAny(guard, $"{occasion}, then the outcome of a request that was never inspected", seen);
    }

    private static void CheckWeights(in Verdict verdict, string occasion)
    {
        foreach (Signal signal in verdict.Signals)
        {
            if (!float.IsFinite(signal.Weight))
            {
                throw new DetectorContractException(
                    $"'{signal.Info.Id}' weighs {signal.Weight} at {occasion}. A weight is a finite number, or it " +
                    "is ignored.");
            }
        }
    }
}
