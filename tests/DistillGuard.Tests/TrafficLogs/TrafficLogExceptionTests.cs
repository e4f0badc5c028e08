// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.TrafficLogs;

public sealed class TrafficLogExceptionTests
{
    private static readonly string Text = string.Concat(Enumerable.Range(0, 40_000).Select(static second =>
        Logs.At(second, $"r{second * 7919}")));

    [Test]
    public void Read_GzipCutShort_DeliversTheWholeLinesBefore()
    {
        byte[] whole = Logs.Gzip(Text);
        using TrafficLogReader reader = Logs.Reader(whole[..(whole.Length / 2)]);
        var delivered = new List<string>();

        var exception = Assert.Throws<TrafficLogException>(() => ReadIds(reader, delivered));

        Assert.That(delivered, Is.EqualTo(Enumerable.Range(0, delivered.Count).Select(static second =>
            $"r{second * 7919}")));
        Assert.That(delivered, Has.Count.InRange(15_000, 25_000));
        Assert.That(reader.Counters.Skipped, Is.Zero);
        Assert.That((exception!.Line, exception.Reason), Is.EqualTo(((long)delivered.Count,
            "the gzip data is cut short")));
    }

    [Test]
    public void Read_GzipCutShort_SaysFilePlaceReasonRemedy()
    {
        using TrafficLogReader reader = Logs.Reader(Logs.Gzip(Logs.Least + "\n")[..^3]);

        Assert.That(
            () => Logs.ReadAll(reader),
            Throws.TypeOf<TrafficLogException>().With.Message.EqualTo(
                $"test.jsonl, after line 1 (byte {Logs.Least.Length + 1}): the gzip data is cut short; "
                + "copy or write the log again; the lines before were read."));
    }

    [Test]
    public void Read_AfterTheException_GivesFalse()
    {
        using TrafficLogReader reader = Logs.Reader(Logs.Gzip(Logs.Least)[..^3]);
        Assert.That(() => Logs.ReadAll(reader), Throws.TypeOf<TrafficLogException>());

        Assert.That(reader.Read(out _), Is.False);
    }

    [Test]
    public void Read_MediumFails_DeliversTheLinesBefore()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Logs.Least + "\n" + Logs.Least + "\n{\"time\":");
        using var reader = new TrafficLogReader(new FailingStream(bytes), "test.jsonl");
        var delivered = new List<string>();

        var exception = Assert.Throws<TrafficLogException>(() => ReadIds(reader, delivered));

        Assert.That((delivered.Count, exception!.Line, exception.Reason), Is.EqualTo((2, 2L, "the cable is out")));
    }

    private static void ReadIds(TrafficLogReader reader, List<string> ids)
    {
        while (reader.Read(out TrafficLogEntry entry))
        {
            ids.Add(entry.Id.ToString());
        }
    }
}
