// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

/// <summary>Threads that start together; what one of them throws fails the test.</summary>
internal static class Crowd
{
    public static void Run(int threads, Action<int> work)
    {
        using var start = new Barrier(threads);
        var faults = new List<Exception>();
        var all = new Thread[threads];
        for (int i = 0; i < threads; i++)
        {
            int number = i;
            all[i] = new Thread(() =>
            {
                try
                {
                    start.SignalAndWait();
                    work(number);
                }
                catch (Exception fault)
                {
                    lock (faults)
                    {
                        faults.Add(fault);
                    }
                }
            })
            { IsBackground = true };
            all[i].Start();
        }

        foreach (Thread thread in all)
        {
            Assert.That(thread.Join(TimeSpan.FromMinutes(2)), Is.True, "A thread hangs.");
        }

        Assert.That(faults, Is.Empty);
    }
}
