// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.TrafficLogs;

public sealed class TrafficLogSourceTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("traffic-log-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("log.jsonl")]
    [TestCase("log.jsonl.gz")]
    [TestCase("log")]
    public void Open_GzipUnderAnyName_IsDecompressed(string name) =>
        Assert.That(Count(Write(name, Logs.Gzip(Logs.Least))), Is.EqualTo(1));

    [Test]
    public void Open_PlainFile_IsRead() =>
        Assert.That(Count(Write("log.jsonl", Encoding.UTF8.GetBytes(Logs.Least))), Is.EqualTo(1));

    [Test]
    public void Open_SeveralGzipMembers_AreReadAsOne() => Assert.That(
        Count(Write("log.gz", [.. Logs.Gzip(Logs.At(1, "a")), .. Logs.Gzip(Logs.At(2, "b"))])), Is.EqualTo(2));

    [TestCase(0)]
    [TestCase(1)]
    public void Open_FileOfFewBytes_IsRead(int length) =>
        Assert.That(Count(Write("log.jsonl", Encoding.UTF8.GetBytes("\n")[..length])), Is.Zero);

    [Test]
    public void Open_NoSuchFile_SaysSo() => Assert.That(
        () => TrafficLogReader.Open(Path.Combine(_folder, "none.jsonl")),
        Throws.TypeOf<TrafficLogException>().With.Message.EndsWith(
            "none.jsonl, after line 0 (byte 0): no such file; check the path."));

    [Test]
    public void Open_Folder_Throws() =>
        Assert.That(() => TrafficLogReader.Open(_folder), Throws.TypeOf<TrafficLogException>());

    [Test]
    public void Open_GzNameWithoutGzip_SaysSo() => Assert.That(
        () => TrafficLogReader.Open(Write("log.gz", [])),
        Throws.TypeOf<TrafficLogException>().With.Property(nameof(TrafficLogException.Reason))
            .EqualTo("the name ends in .gz but the content is not gzip"));

    [Test]
    public void Open_GzNameWithoutGzip_LetsTheFileGo()
    {
        string path = Write("log.gz", []);
        Assert.That(() => TrafficLogReader.Open(path), Throws.TypeOf<TrafficLogException>());

        using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.That(file.CanWrite, Is.True);
    }

    [Test]
    public void Constructor_StreamLeftOpen_StaysOpen()
    {
        using var stream = new MemoryStream(Logs.Gzip(Logs.Least));
        new TrafficLogReader(stream, "log", leaveOpen: true).Dispose();

        Assert.That(stream.CanRead, Is.True);
    }

    [Test]
    public void Constructor_StreamHandedOver_IsClosed()
    {
        using var stream = new MemoryStream(Logs.Gzip(Logs.Least));
        new TrafficLogReader(stream, "log").Dispose();

        Assert.That(stream.CanRead, Is.False);
    }

    [TestCase(255, 100)]
    [TestCase(int.MaxValue, 100)]
    [TestCase(256, -1)]
    [TestCase(256, 100_001)]
    public void Constructor_BoundOutOfRange_Throws(int lineBytes, int problems) => Assert.That(
        () => Logs.Reader(
            string.Empty, new TrafficLogReaderOptions { MaximumLineBytes = lineBytes, MaximumProblems = problems }),
        Throws.TypeOf<ArgumentOutOfRangeException>());

    private static long Count(string path)
    {
        using TrafficLogReader reader = TrafficLogReader.Open(path);
        Logs.ReadAll(reader);
        return reader.Counters.Exchanges;
    }

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
