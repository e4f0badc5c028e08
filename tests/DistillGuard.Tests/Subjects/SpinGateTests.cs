// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Subjects;

public sealed class SpinGateTests
{
    private SpinGate _gate;
    private long _count;

    [Test]
    public void SizeOf_Gate_IsFourBytes() => Assert.That(Unsafe.SizeOf<SpinGate>(), Is.EqualTo(4));

    [Test]
    public void Enter_AfterExit_Succeeds()
    {
        var gate = default(SpinGate);
        int entered = 0;

        for (; entered < 2; entered++)
        {
            gate.Enter(); // a gate left shut would hang here
            gate.Exit();
        }

        Assert.That(entered, Is.EqualTo(2));
    }

    [Test]
    public void Enter_FourThreads_LosesNoUpdate()
    {
        _count = 0;

        Crowd.Run(4, _ =>
        {
            for (int i = 0; i < 200_000; i++)
            {
                _gate.Enter();
                _count++;
                _gate.Exit();
            }
        });

        Assert.That(_count, Is.EqualTo(800_000));
    }
}
