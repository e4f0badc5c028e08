// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard.AspNetCore.Page;

public sealed class ActivityBookTests
{
    [Test]
    public void Note_MoreAccountsThanFit_StaysBounded()
    {
        var book = new ActivityBook(100);

        for (ulong i = 1; i <= 10_000; i++)
        {
            book.Note(new SubjectKey(i, i), (long)i);
        }

        Assert.That(book.Count, Is.LessThanOrEqualTo(100));
    }

    [Test]
    public void Note_MoreAccountsThanFit_ForgetsThoseNotSeenForLong()
    {
        var book = new ActivityBook(4);
        for (ulong i = 1; i <= 4; i++)
        {
            book.Note(new SubjectKey(i, i), 1_000 + (long)i);
        }

        book.Note(new SubjectKey(1, 1), 1_010);
        book.Note(new SubjectKey(9, 9), 1_011);

        Assert.That(book.Of(new SubjectKey(1, 1), 1_011).Sum(), Is.EqualTo(2));
        Assert.That(book.Of(new SubjectKey(2, 2), 1_011).Sum(), Is.Zero);
    }
}
