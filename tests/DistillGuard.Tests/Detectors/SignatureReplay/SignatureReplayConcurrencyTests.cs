// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Subjects;
using DistillGuard.Testing;
using DistillGuard.Verdicts;

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>Several threads at once: nobody waits for ever, no replay is lost or counted twice.</summary>
public sealed class SignatureReplayConcurrencyTests
{
    private const int Blobs = 500;

    [Test]
    public void Inspect_ColleaguesOnSeveralThreads_AreNeverHeard()
    {
        DistillationGuard guard = Build();

        int heard = 0;
        Crowd.Run(4, number =>
        {
            for (int i = 0; i < Blobs; i++)
            {
                Interlocked.Add(ref heard, Send(guard, $"colleague-{number}", "acme", i).Signals.Length);
            }
        });

        Assert.That(heard, Is.Zero);
    }

    [Test]
    public void Inspect_SendersOnSeveralThreads_EachCountTheirOwnReplays()
    {
        DistillationGuard guard = Build();

        var measures = new float[4];
        Crowd.Run(4, number =>
        {
            for (int i = 0; i < 5; i++)
            {
                measures[number] = Send(guard, $"sender-{number}", "zeta", number % 2 == 0 ? i : 4 - i)
                    .Signals[0].Measure;
            }
        });

        Assert.That(measures, Is.All.EqualTo(5));
    }

    [Test]
    public void Inspect_OneSenderOnSeveralThreads_CountsEverySignatureOnce()
    {
        DistillationGuard guard = Build();

        Crowd.Run(4, _ =>
        {
            for (int i = 0; i < 5; i++)
            {
                Send(guard, "sender", "zeta", i);
            }
        });

        Assert.That(Send(guard, "sender", "zeta", 0).Signals[0].Measure, Is.EqualTo(5));
    }

    private static DistillationGuard Build()
    {
        var traffic = new Traffic(builder => builder.AddSignatureReplay());
        traffic.Member("source", "acme").Receives(ReplayScripts.Blobs(0, Blobs));
        return traffic.Guard;
    }

    private static Verdict Send(DistillationGuard guard, string account, string organization, int blob)
    {
        var content = new RequestBuffer();
        content.Add(MessageRole.Assistant, ReplayScripts.Blob(blob), TextKind.ReasoningBlob);
        return guard.Inspect(new InferenceRequest
        {
            Time = Traffic.Start.AddDays(1),
            Caller = new Caller { Account = account, Organization = organization },
            Content = content.Content,
        });
    }
}
