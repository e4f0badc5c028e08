// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard;

public sealed class StripedCountTests
{
    [Test]
    public void Value_AfterFourThreadsCounted_IsAllOfThem()
    {
        const int Each = 100_000;
        var count = new StripedCount();

        Crowd.Run(4, _ =>
        {
            for (int i = 0; i < Each; i++)
            {
                count.Increment();
            }
        });

        Assert.That(count.Value, Is.EqualTo(4L * Each));
    }
}
