// SPDX-License-Identifier: MIT

using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace DistillGuard.TrafficLogs;

/// <summary>The reader over composed evaluation traffic, where it is there.</summary>
public sealed class SharedTrafficTests
{
    private const int SampleEvery = 10;

    private static readonly string[] Sets = ["dev-week", "dev-calibration", "dev-hard", "dev-thin", "dev-innocent"];

    [TestCaseSource(nameof(Sets))]
    public void Read_SharedTraffic_SkipsNothing(string set)
    {
        using TrafficLogReader reader = TrafficLogReader.Open(PathOf(set));
        while (reader.Read(out _))
        {
        }

        Assert.That(
            (reader.Counters.Skipped, reader.Counters.Incomplete, reader.Counters.OutOfOrder, reader.Problems.Count),
            Is.EqualTo((0L, 0L, 0L, 0)));
    }

    [Test]
    public void Read_DevWeek_SaysWhatTheFrameworksReaderSays()
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(PathOf("dev-week")),
            CompressionMode.Decompress));
        using TrafficLogReader reader = TrafficLogReader.Open(PathOf("dev-week"));
        long lines = 0;
        var kinds = new long[3];
        while (text.ReadLine() is { } line)
        {
            Assert.That(reader.Read(out TrafficLogEntry entry), Is.True);
            kinds[(int)entry.Kind]++;
            if (lines++ % SampleEvery == 0)
            {
                Compare(line, in entry);
            }
        }

        TrafficLogCounters counters = reader.Counters;
        Assert.That(reader.Read(out _), Is.False);
        Assert.That(counters.Lines, Is.EqualTo(lines));
        Assert.That(
            new[] { counters.Exchanges, counters.Enforcements, counters.ModelReleases }, Is.EqualTo(kinds));
    }

    [Test]
    public void WriteThenRead_DevInnocent_SaysTheSame()
    {
        using TrafficLogReader reader = TrafficLogReader.Open(PathOf("dev-innocent"));
        using var stream = new MemoryStream();
        using (var writer = new TrafficLogWriter(stream, compress: true, leaveOpen: true))
        {
            while (reader.Read(out TrafficLogEntry entry))
            {
                writer.Write(in entry);
            }
        }

        stream.Position = 0;
        using TrafficLogReader original = TrafficLogReader.Open(PathOf("dev-innocent"));
        using var copy = new TrafficLogReader(stream, "copy");
        while (original.Read(out TrafficLogEntry expected))
        {
            Assert.That(copy.Read(out TrafficLogEntry entry), Is.True);
            Assert.That(EntrySnapshot.Of(in entry) == EntrySnapshot.Of(in expected), Is.True);
        }
    }

    private static void Compare(string line, in TrafficLogEntry entry)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        string type = root.TryGetProperty("type", out JsonElement value) ? value.GetString()! : "exchange";
        TrafficLogEntryKind kind = type switch
        {
            "enforcement" => TrafficLogEntryKind.Enforcement,
            "model_release" => TrafficLogEntryKind.ModelRelease,
            _ => TrafficLogEntryKind.Exchange,
        };
        long signatures = Response(root, "reasoning_signatures") is { } array ? array.GetArrayLength() : 0;

        bool isSame = entry.Kind == kind
            && entry.Time == root.GetProperty("time").GetDateTimeOffset()
            && entry.Caller.Account.SequenceEqual(Text(root, "account"))
            && entry.Caller.Organization.SequenceEqual(Text(root, "organization"))
            && entry.Caller.Payment.SequenceEqual(Text(root, "payment"))
            && entry.Response.InputTokens == Response(root, "input_tokens")?.GetInt64()
            && entry.Response.OutputTokens == Response(root, "output_tokens")?.GetInt64()
            && entry.Response.ReasoningSignatures.Count == signatures
            && (kind != TrafficLogEntryKind.Exchange
                || Encoding.UTF8.GetString(entry.Request) == root.GetProperty("request").GetRawText());
        Assert.That(isSame, Is.True);
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static JsonElement? Response(JsonElement root, string name) =>
        root.TryGetProperty("response", out JsonElement response)
            && response.TryGetProperty(name, out JsonElement value)
            ? value
            : null;

    /// <summary>Looks for <c>shared/traffic</c> beside every folder above the tests.</summary>
    private static string PathOf(string set)
    {
        DirectoryInfo? folder = new(TestContext.CurrentContext.TestDirectory);
        for (; folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "traffic", set + ".jsonl.gz");
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Ignore($"../shared is absent: there is no {set}.jsonl.gz to read.");
        return string.Empty;
    }
}
