// SPDX-License-Identifier: MIT

using DistillGuard.Support;

namespace DistillGuard.Signals;

public sealed class SignalBufferTests
{
    [Test]
    public void Add_MoreThanCapacity_KeepsTheFirstAndCountsTheRest()
    {
        var buffer = default(SignalBuffer);
        for (int i = 0; i < 20; i++)
        {
            buffer.Add(Samples.Signal((SignalFamily)(i % 8), i));
        }

        float[] weights = Weights(in buffer);
        Assert.That((buffer.Count, buffer.Dropped, weights), Is.EqualTo((16, 4, Enumerable.Range(0, 16).Select(i => (float)i).ToArray())));
    }

    [Test]
    public void Add_FloodOfOneFamily_LeavesRoomForOthers()
    {
        var buffer = default(SignalBuffer);
        for (int i = 0; i < 100; i++)
        {
            buffer.Add(Samples.Signal(SignalFamily.Content, 1));
        }

        buffer.Add(Samples.Signal(SignalFamily.Volume, 2));

        Assert.That((buffer.Count, buffer.Dropped, Weights(in buffer)[^1]), Is.EqualTo((9, 92, 2f)));
    }

    [Test]
    public void Add_DefaultSignal_IsRefused() =>
        Assert.That(
            () =>
            {
                var buffer = default(SignalBuffer);
                buffer.Add(default);
            },
            Throws.ArgumentException);

    [Test]
    public void Truncate_AfterOverflow_RestoresBothCounts()
    {
        var buffer = default(SignalBuffer);
        buffer.Add(Samples.Signal(SignalFamily.Volume, 1));
        for (int i = 0; i < 20; i++)
        {
            buffer.Add(Samples.Signal(SignalFamily.Content, 2));
        }

        buffer.Truncate(1, 0);

        Assert.That((buffer.Dropped, Weights(in buffer)), Is.EqualTo((0, new[] { 1f })));
    }

    private static float[] Weights(in SignalBuffer buffer)
    {
        float[] weights = new float[buffer.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = buffer.Signals[i].Weight;
        }

        return weights;
    }
}
