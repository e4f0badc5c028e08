// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

public sealed class SubjectRoomTests
{
    [Test]
    public void TryTake_MoreThanCapacity_StopsAtCapacity()
    {
        var room = new SubjectRoom(3);

        bool[] taken = [room.TryTake(), room.TryTake(), room.TryTake(), room.TryTake(), room.TryTake()];

        Assert.That(taken, Is.EqualTo(new[] { true, true, true, false, false }));
    }

    [Test]
    public void TryTake_FourThreads_GivesOutExactlyCapacity()
    {
        var room = new SubjectRoom(10_000);
        int taken = 0;

        Crowd.Run(4, _ =>
        {
            for (int i = 0; i < 5_000; i++)
            {
                if (room.TryTake())
                {
                    Interlocked.Increment(ref taken);
                }
            }
        });

        Assert.That(taken, Is.EqualTo(10_000));
    }
}
