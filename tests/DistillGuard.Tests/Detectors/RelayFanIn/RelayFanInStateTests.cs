// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;

namespace DistillGuard.Detectors.RelayFanIn;

/// <summary>What an account costs, and how a day follows another; <c>docs/detectors/relay-fan-in.md</c> quotes the size.</summary>
public sealed class RelayFanInStateTests
{
    private const long Day = TimeSpan.TicksPerDay;
    private const long Start = 1_000 * Day;

    [Test]
    public void Size_Is232Bytes() => Assert.That(Unsafe.SizeOf<RelayFanInState>(), Is.EqualTo(232));

    [Test]
    public void Advance_WithinTheDay_KeepsAll()
    {
        RelayFanInState state = Filled();
        double endUsers = state.EndUsers.Estimate;

        state.Advance(Start + Day - 1);

        Assert.That((state.EndUsers.Estimate, state.EndUserRequests, state.Scripts), Is.EqualTo((endUsers, 100, (byte)6)));
    }

    [Test]
    public void Advance_NextDay_KeepsHalf()
    {
        RelayFanInState state = Filled();

        state.Advance(Start + Day);

        Assert.That(state.EndUsers.Estimate, Is.EqualTo(20).Within(8));
        Assert.That((state.EndUserRequests, state.MostConversations, state.Scripts), Is.EqualTo((50, 6f, (byte)0)));
    }

    [Test]
    public void Advance_TwoDaysInTurn_KeepsNothingOfTheFirst()
    {
        RelayFanInState state = Filled();

        state.Advance(Start + Day);
        state.Advance(Start + Day + Day);

        Assert.That(state.EndUsers.Estimate, Is.Zero);
    }

    [TestCase(2)]
    [TestCase(-2)]
    [TestCase(900)]
    public void Advance_DaysApart_BeginsAnew(int days)
    {
        RelayFanInState state = Filled();

        state.Advance(Start + (days * Day));

        Assert.That((state.EndUsers.Estimate, state.EndUserRequests, state.MostConversations), Is.EqualTo((0d, 0, 0f)));
    }

    private static RelayFanInState Filled()
    {
        var state = default(RelayFanInState);
        state.Advance(Start);
        state.EndUserRequests = 100;
        state.MostConversations = 12;
        state.Scripts = 6;
        var random = new Random(20260105);
        for (int i = 0; i < 40; i++)
        {
            state.EndUsers.Add((ulong)random.NextInt64());
        }

        return state;
    }
}
