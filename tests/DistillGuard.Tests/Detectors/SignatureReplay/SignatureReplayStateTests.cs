// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Statistics;

namespace DistillGuard.Detectors.SignatureReplay;

public sealed class SignatureReplayStateTests
{
    [Test]
    public void Size_Is96Bytes() => Assert.That(Unsafe.SizeOf<SignatureReplayState>(), Is.EqualTo(96));

    [TestCase(true, 1, 0)]
    [TestCase(false, 0, 1)]
    public void Count_Request_CountsOneKind(bool isIssued, int issued, int shared)
    {
        var state = default(SignatureReplayState);

        state.Count(isIssued, default, exchange: 1, ticks: 1);

        Assert.That((state.Issued, state.Shared), Is.EqualTo((issued, shared)));
    }

    [Test]
    public void Settle_TurnedAway_ForgetsWhatTheRequestBrought()
    {
        var state = default(SignatureReplayState);
        state.Brought.Add(1);
        KMinimumValues before = state.Brought;
        state.Brought.Add(0x4321);
        state.Count(isIssued: true, in before, exchange: 5, ticks: 1);

        state.Settle(5, isTurnedAway: true);

        Assert.That((state.Issued, state.Brought.Add(1), state.Brought.Add(0x4321)), Is.EqualTo((0, false, true)));
    }

    [Test]
    public void Settle_TurnedAwayTwice_TakesOneBack()
    {
        var state = default(SignatureReplayState);
        state.Count(isIssued: true, default, exchange: 4, ticks: 1);
        state.Settle(4, isTurnedAway: false);
        state.Count(isIssued: true, default, exchange: 5, ticks: 1);

        state.Settle(5, isTurnedAway: true);
        state.Settle(5, isTurnedAway: true);

        Assert.That(state.Issued, Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(4)]
    [TestCase(6)]
    public void Settle_AnotherRequest_TakesNothingBack(long exchange)
    {
        var state = default(SignatureReplayState);
        state.Count(isIssued: true, default, exchange: 5, ticks: 1);

        state.Settle(exchange, isTurnedAway: true);

        Assert.That(state.Issued, Is.EqualTo(1));
    }

    [TestCase(100, 1)]
    [TestCase(101, 0)]
    [TestCase(-101, 0)]
    public void ForgetAfter_Elapsed_StartsAnewBeyondTheRetention(long elapsed, int issued)
    {
        var state = default(SignatureReplayState);
        state.Count(isIssued: true, default, exchange: 5, ticks: 1_000);

        state.ForgetAfter(100, 1_000 + elapsed);

        Assert.That(state.Issued, Is.EqualTo(issued));
    }
}
