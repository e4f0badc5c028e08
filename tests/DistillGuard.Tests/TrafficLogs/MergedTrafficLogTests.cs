// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text;
using CsCheck;

namespace DistillGuard.TrafficLogs;

public sealed class MergedTrafficLogTests
{
    [Test]
    public void Read_AnySortedLogs_GivesWhatAStableSortGives() =>
        Gen.Int[0, 30].Array[0, 20].Array[0, 6].Sample(
            times =>
            {
                string[][] ids = times
                    .Select(static (log, number) => log.Order().Select((time, index) =>
                        $"{time:00}-{number}-{index:00}").ToArray())
                    .ToArray();
                IEnumerable<string> expected = ids.SelectMany(static log => log)
                    .OrderBy(static id => int.Parse(id[..2], CultureInfo.InvariantCulture));
                return Ids(Merge(ids.Select(Text))).SequenceEqual(expected, StringComparer.Ordinal);
            },
            iter: 2_000);

    [Test]
    public void Read_AnyLogs_GivesEveryEntryInTheOrderOfItsLog() =>
        Gen.Int[0, 30].Array[0, 20].Array[1, 5].Sample(
            times =>
            {
                string[][] ids = times
                    .Select(static (log, number) => log.Select((time, index) =>
                        $"{time:00}-{number}-{index:00}").ToArray())
                    .ToArray();
                List<string> merged = Ids(Merge(ids.Select(Text)));
                return ids.Select((log, number) => (log, number)).All(
                    pair => merged.Where(id => id.Split('-')[1] == $"{pair.number}").SequenceEqual(pair.log,
                        StringComparer.Ordinal));
            },
            iter: 2_000);

    [Test]
    public void CurrentLog_EachEntry_IsTheLogItCameFrom()
    {
        using MergedTrafficLog merged = Merge([Logs.At(2, "a"), Logs.At(1, "b") + Logs.At(3, "c")]);
        var logs = new List<int> { merged.CurrentLog };
        while (merged.Read(out _))
        {
            logs.Add(merged.CurrentLog);
        }

        Assert.That(logs, Is.EqualTo(new[] { -1, 1, 0, 1 }));
    }

    [Test]
    public void Counters_SeveralLogs_AreAddedUp()
    {
        using MergedTrafficLog merged = Merge([Logs.At(2, "a") + "bad\n" + Logs.At(1, "b"), "bad\n", Logs.At(1, "c")]);
        Ids(merged);

        Assert.That(
            merged.Counters,
            Is.EqualTo(new TrafficLogCounters { Lines = 5, Exchanges = 3, Skipped = 2, OutOfOrder = 1 }));
    }

    [Test]
    public void Problems_SeveralLogs_NameTheirLog()
    {
        using MergedTrafficLog merged = Merge([Logs.At(1, "a") + "bad\n", "\nbad\n"]);
        Ids(merged);

        Assert.That(
            merged.Problems.Select(static problem => (problem.Log, problem.Line)),
            Is.EqualTo(new[] { ("log 0", 2L), ("log 1", 2L) }));
    }

    [Test]
    public void Read_OneLogDamaged_ThrowsOnceAndGoesOnWithTheOthers()
    {
        var damaged = new TrafficLogReader(new MemoryStream(Logs.Gzip(Logs.At(1, "a"))[..^2]), "damaged");
        var whole = new TrafficLogReader(
            new MemoryStream(Encoding.UTF8.GetBytes(Logs.At(2, "b") + Logs.At(3, "c"))), "whole");
        using var merged = new MergedTrafficLog([damaged, whole]);
        merged.Read(out _);

        Assert.That(
            () => merged.Read(out _),
            Throws.TypeOf<TrafficLogException>().With.Property(nameof(TrafficLogException.Log)).EqualTo("damaged"));
        Assert.That(Ids(merged), Is.EqualTo(new[] { "b", "c" }));
    }

    [Test]
    public void Read_NoLogs_GivesFalse()
    {
        using var merged = new MergedTrafficLog([]);

        Assert.That(merged.Read(out _), Is.False);
    }

    [Test]
    public void Open_OneFileMissing_Throws() => Assert.That(
        () => MergedTrafficLog.Open(["no such file.jsonl"]), Throws.TypeOf<TrafficLogException>());

    private static string Text(string[] ids) => string.Concat(
        ids.Select(static id => Logs.At(int.Parse(id[..2], CultureInfo.InvariantCulture), id)));

    private static MergedTrafficLog Merge(IEnumerable<string> texts) => new(
        [.. texts.Select(static (text, number) => new TrafficLogReader(
            new MemoryStream(Encoding.UTF8.GetBytes(text)), $"log {number}"))]);

    private static List<string> Ids(MergedTrafficLog merged)
    {
        var ids = new List<string>();
        while (merged.Read(out TrafficLogEntry entry))
        {
            ids.Add(entry.Id.ToString());
        }

        return ids;
    }
}
