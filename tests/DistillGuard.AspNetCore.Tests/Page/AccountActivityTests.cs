// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Page;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AccountActivityTests
{
    private readonly AccountActivity _activity = new();

    [Test]
    public void UpTo_AnyOrderOfNotes_IsWhatANaiveCountSays()
    {
        var random = new Random(5);
        var noted = new List<long>();
        long bin = 1_000_000;
        for (int i = 0; i < 2_000; i++)
        {
            bin += random.Next(-2, 4);
            _activity.Note(bin);
            noted.Add(bin);
        }

        long last = noted.Max();
        Assert.That(
            _activity.UpTo(last),
            Is.EqualTo(Enumerable.Range(0, AccountActivity.Bins).Select(i => noted.Count(value => value == last - AccountActivity.Bins + 1 + i))));
    }

    [Test]
    public void UpTo_LongSilence_IsEmpty()
    {
        _activity.Note(1_000);

        Assert.That(_activity.UpTo(1_000 + AccountActivity.Bins), Is.All.Zero);
    }

    [Test]
    public void Note_MoreThanFits_StaysAtTheMost()
    {
        for (int i = 0; i < 70_000; i++)
        {
            _activity.Note(7_000);
        }

        Assert.That(_activity.UpTo(7_000)[^1], Is.EqualTo(ushort.MaxValue));
    }
}
