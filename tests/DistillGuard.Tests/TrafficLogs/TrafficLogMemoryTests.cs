// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.TrafficLogs;

public sealed class TrafficLogMemoryTests
{
    private const long LogBytes = 200L * 1024 * 1024;

    private static readonly byte[] Lines = Encoding.UTF8.GetBytes(
        Logs.Full + "\n"
        + Logs.Least.Replace("{}", "{\"input\":\"" + new string('x', 3000) + "\"}", StringComparison.Ordinal) + "\n"
        + Logs.With(@"'plan':'\u0066ree','client':{'ip':'2001:db8::1'}") + "\r\n\r\n"
        + Logs.Json("{'type':'enforcement','time':'2026-01-31T00:00:00.000Z','account':'a','action':'suspend'}\n")
        + Logs.Json("{'type':'model_release','time':'2026-01-31T00:00:00.000Z','model':'m'}\n"));

    [Test]
    public void Read_LargeLog_AllocatesNothingPerLine()
    {
        long allocated = long.MaxValue;
        for (int round = 0; round < 3; round++)
        {
            allocated = Math.Min(allocated, AllocatedAfterWarmUp());
        }

        // The least of three rounds: one alone can see the compiler at work.
        Assert.That(allocated, Is.LessThan(4096));
    }

    [Test]
    public void Read_LargeLog_HoldsNoMoreMemoryAtTheEndThanAtTheStart()
    {
        using var reader = new TrafficLogReader(Large(), "large");
        Assert.That(Skim(reader, 1000), Is.EqualTo(1000));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Skim(reader, long.MaxValue);
        long after = GC.GetTotalMemory(forceFullCollection: true);

        Assert.That(after - before, Is.LessThan(1024 * 1024));
    }

    [Test]
    public void Read_EndlessLine_IsPassedOverWithoutBeingHeld()
    {
        var stream = new RepeatedStream(new byte[4096].Select(static _ => (byte)'x').ToArray(), LogBytes / 4096);
        using var reader = new TrafficLogReader(stream, "endless",
            new TrafficLogReaderOptions { MaximumLineBytes = 100_000 });
        long before = GC.GetAllocatedBytesForCurrentThread();
        Skim(reader, long.MaxValue);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(reader.Counters.Skipped, Is.EqualTo(1));
        Assert.That(allocated, Is.LessThan(1024 * 1024));
    }

    private static RepeatedStream Large() => new(Lines, LogBytes / Lines.Length);

    private static long AllocatedAfterWarmUp()
    {
        using var reader = new TrafficLogReader(Large(), "large");
        Skim(reader, 1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long entries = Skim(reader, long.MaxValue);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(entries, Is.GreaterThan(100_000));
        return allocated;
    }

    private static long Skim(TrafficLogReader reader, long most)
    {
        long count = 0;
        long signatures = 0;
        while (count < most && reader.Read(out TrafficLogEntry entry))
        {
            count++;
            foreach (ReadOnlySpan<byte> signature in entry.Response.ReasoningSignatures)
            {
                signatures += signature.Length;
            }
        }

        return signatures >= 0 ? count : 0;
    }
}
