// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;

namespace DistillGuard;

public sealed class ScratchPoolTests
{
    [Test]
    public void Rent_FourThreads_NeverLendsOnePieceTwice()
    {
        var pool = new ScratchPool<Piece>();
        int wrong = 0;

        Crowd.Run(4, _ =>
        {
            for (int i = 0; i < 50_000; i++)
            {
                Piece first = pool.Rent();
                Piece second = pool.Rent();
                wrong += Interlocked.Exchange(ref first.Lent, 1) + Interlocked.Exchange(ref second.Lent, 1);
                Volatile.Write(ref first.Lent, 0);
                Volatile.Write(ref second.Lent, 0);
                pool.Return(first);
                pool.Return(second);
            }
        });

        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void Rent_AfterManyTurnsOfOneThread_MadeFewPieces()
    {
        var pool = new ScratchPool<Piece>();
        var seen = new HashSet<Piece>();
        for (int i = 0; i < 10_000; i++)
        {
            Piece piece = pool.Rent();
            seen.Add(piece);
            pool.Return(piece);
        }

        Assert.That(seen, Has.Count.LessThanOrEqualTo(1 + Environment.ProcessorCount));
    }

    private sealed class Piece
    {
        public int Lent;
    }
}
