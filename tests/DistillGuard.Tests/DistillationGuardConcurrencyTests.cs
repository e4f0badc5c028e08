// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Support;
using DistillGuard.Verdicts;

namespace DistillGuard;

public sealed class DistillationGuardConcurrencyTests
{
    private const int Threads = 4;
    private const int Requests = 20_000;

    [Test]
    public void Inspect_FourThreadsOnOneAccount_CountsEveryRequest()
    {
        DistillationGuard guard = new DistillationGuardBuilder().AddRateAnomaly().Build();

        Crowd.Run(Threads, _ =>
        {
            for (int i = 0; i < Requests; i++)
            {
                guard.Observe(Samples.Outcome(guard.Inspect(Samples.Request("a", Samples.Start.AddSeconds(i))).Subjects));
            }
        });

        Verdict last = guard.Inspect(Samples.Request("a"));
        Assert.That(
            (last.AccountExchanges, guard.Counters.Observed, guard.Counters.Faults),
            Is.EqualTo(((Threads * Requests) + 1L, (long)Threads * Requests, 0L)));
    }

    [Test]
    public void Inspect_FourThreadsOnOneAccount_NeverRunTwoStatefulDetectorsAtOnce()
    {
        int shared = 0;
        DistillationGuard guard = new DistillationGuardBuilder()
            .Add("alone", layout =>
            {
                StateSlot<int> inside = layout.Reserve<int>(SubjectKind.Account);
                return new DelegateDetector("alone", (in InspectionContext context, ref SignalBuffer _) =>
                {
                    ref int state = ref context.Account.State(inside);
                    Interlocked.Add(ref shared, Interlocked.Exchange(ref state, 1));
                    state = 0;
                });
            })
            .Build();

        Crowd.Run(Threads, _ =>
        {
            for (int i = 0; i < Requests; i++)
            {
                guard.Inspect(Samples.Request("a"));
            }
        });

        Assert.That((shared, guard.Counters.Faults), Is.EqualTo((0, 0L)));
    }

    [Test]
    public void Inspect_FourThreadsFarMoreAccountsThanFit_StaysWithinTheBound()
    {
        DistillationGuard guard = new DistillationGuardBuilder()
            .Configure(options => options.MaxAccounts = 64)
            .AddRateAnomaly()
            .Build();

        Crowd.Run(Threads, number =>
        {
            var random = new Random(number);
            for (int i = 0; i < Requests; i++)
            {
                guard.Inspect(Samples.Request("account-" + random.Next(1000), Samples.Start.AddSeconds(i)));
            }
        });

        Assert.That((guard.Counters.Accounts, guard.Counters.Faults), Is.EqualTo((64, 0L)));
    }
}
