// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

public sealed class AllocationsTests
{
    [Test]
    public void Of_NothingAllocated_IsZero() => Assert.That(Allocations.Of(static () => { }), Is.Zero);

    [Test]
    public void Of_ArrayOf100Bytes_IsItsSizeOnTheHeap() =>
        Assert.That(Allocations.Of(static () => GC.KeepAlive(new byte[100])), Is.EqualTo(128));

    [Test]
    public void Of_FirstCallsAllocate_LeavesThemOut()
    {
        int calls = 0;

        long bytes = Allocations.Of(() => GC.KeepAlive(calls++ < 3 ? new byte[100] : null), warmUp: 3);

        Assert.That(bytes, Is.Zero);
    }

    [Test]
    public void Of_OneMeasuredCallAllocates_IsTheLeast()
    {
        int calls = 0;

        long bytes = Allocations.Of(() => GC.KeepAlive(calls++ == 1 ? new byte[100] : null), warmUp: 1);

        Assert.That(bytes, Is.Zero);
    }

    [Test]
    public void Of_NegativeWarmUp_Throws() =>
        Assert.That(() => Allocations.Of(static () => { }, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
}
