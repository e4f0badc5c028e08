// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;

namespace DistillGuard.TrafficLogs;

public sealed class TrafficLogWriterTests
{
    private static readonly DateTimeOffset Time = new(2026, 1, 31, 1, 2, 3, 4, TimeSpan.FromHours(1));

    [Test]
    public void Write_FullExchange_IsTheLineOfTheFormat() => Assert.That(
        Rewritten(Logs.Full),
        Is.EqualTo(Logs.Full.Replace("\"type\":\"exchange\",", string.Empty, StringComparison.Ordinal)
            .Replace("05:06Z", "05:06.000Z", StringComparison.Ordinal) + "\n"));

    [Test]
    public void Write_LeastExchange_LeavesOutWhatIsNotKnown() =>
        Assert.That(Rewritten(Logs.Least), Is.EqualTo(Logs.Least + "\n"));

    [Test]
    public void Write_Enforcement_IsTheLineOfTheFormat()
    {
        string line = Logs.Json(
            "{'type':'enforcement','time':'2026-01-01T00:00:00.000Z','account':'a','organization':'o',"
            + "'action':'throttle','reason':'terms'}");

        Assert.That(Rewritten(line), Is.EqualTo(line + "\n"));
    }

    [Test]
    public void Write_ModelRelease_IsTheLineOfTheFormat()
    {
        string line = Logs.Json("{'type':'model_release','time':'2026-01-01T00:00:00.000Z','model':'m'}");

        Assert.That(Rewritten(line), Is.EqualTo(line + "\n"));
    }

    [Test]
    public void Write_TimeWithOffset_IsWrittenInUtc() => Assert.That(
        Written(Exchange("{}"u8)),
        Is.EqualTo(Logs.Json(
            "{'time':'2026-01-31T00:02:03.004Z','id':'r','account':'a','api':'anthropic.messages','request':{}}\n")));

    [Test]
    public void Write_IPv6Address_IsReadBack() =>
        Assert.That(Rewritten(Logs.With("'client':{'ip':'2001:db8::1'}")), Does.Contain("2001:db8::1"));

    [Test]
    public void Write_UnknownApi_KeepsItsName() => Assert.That(
        Rewritten(Logs.Least.Replace("openai.responses", "acme.chat", StringComparison.Ordinal)),
            Does.Contain("acme.chat"));

    [Test]
    public void Write_BodyOnSeveralLines_StandsOnOne() => Assert.That(
        Written(Exchange("{\r\n  \"a\": \"x\\n y\",\n  \"b\": [1,\n2]\n}"u8)),
        Does.Contain("\"request\":{  \"a\": \"x\\n y\",  \"b\": [1,2]}}").And.EndsWith("}}\n"));

    [Test]
    public void Write_BodyWithEscapes_IsNotChanged() =>
        Assert.That(Written(Exchange(Encoding.UTF8.GetBytes(@"{""a"":""\u0041 é \ud800""}"))),
            Does.Contain(@"\u0041 é \ud800"));

    [TestCase("", "the body is not one JSON object")]
    [TestCase("[]", "the body is not a JSON object")]
    [TestCase("\"x\"", "the body is not a JSON object")]
    [TestCase("{", "the body is not one JSON object")]
    [TestCase("{}{}", "the body is not one JSON object")]
    [TestCase("{\"a\":\"x\ny\"}", "the body is not one JSON object")]
    [TestCase("{\"a\":1,}", "the body is not one JSON object")]
    public void TryWrite_BodyThatIsNoObject_WritesNothingAndSaysWhy(string body, string fault)
    {
        using var stream = new MemoryStream();
        using var writer = new TrafficLogWriter(stream);

        bool isWritten = writer.TryWrite(Exchange(Encoding.UTF8.GetBytes(body)), out string? reason);

        Assert.That(
            (isWritten, stream.Length, reason),
            Is.EqualTo((false, 0L, $"An exchange needs Request, the body as the client sent it, but {fault}.")));
    }

    [Test]
    public void TryWrite_BodyNotUtf8_SaysWhy()
    {
        using var writer = new TrafficLogWriter(new MemoryStream());

        writer.TryWrite(Exchange([.. "{\"a\":\""u8, 0xFF, .. "\"}"u8]), out string? reason);

        Assert.That(reason, Does.EndWith("but the body is not UTF-8."));
    }

    [Test]
    public void Write_NoAccount_Throws() => Assert.That(
        static () => Written(new TrafficLogEntry
        {
            Time = Time,
            Id = "r",
            Api = ApiKind.OpenAIResponses,
            Request = "{}"u8,
        }),
        Throws.ArgumentException.With.Message.StartsWith("The entry needs Caller.Account."));

    [Test]
    public void Write_NoId_Throws() => Assert.That(
        static () => Written(new TrafficLogEntry
        {
            Time = Time,
            Caller = new Caller { Account = "a" },
            Api = ApiKind.OpenAIResponses,
            Request = "{}"u8,
        }),
        Throws.ArgumentException.With.Message.StartsWith("An exchange needs Id."));

    [Test]
    public void Write_NoApi_Throws() => Assert.That(
        static () => Written(new TrafficLogEntry
        {
            Time = Time,
            Caller = new Caller { Account = "a" },
            Id = "r",
            Request = "{}"u8,
        }),
        Throws.ArgumentException.With.Message.StartsWith("An exchange needs Api"));

    [Test]
    public void Write_EnforcementWithoutAction_Throws() => Assert.That(
        static () => Written(new TrafficLogEntry
        {
            Kind = TrafficLogEntryKind.Enforcement,
            Time = Time,
            Caller = new Caller { Account = "a" },
        }),
        Throws.ArgumentException.With.Message.StartsWith("An enforcement needs Action."));

    [Test]
    public void Write_ModelReleaseWithoutModel_Throws() => Assert.That(
        static () => Written(new TrafficLogEntry { Kind = TrafficLogEntryKind.ModelRelease, Time = Time }),
        Throws.ArgumentException.With.Message.StartsWith("A model release needs Model."));

    [Test]
    public void Create_GzName_WritesGzip()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory,
            $"{nameof(Create_GzName_WritesGzip)}.jsonl.gz");
        using (TrafficLogWriter writer = TrafficLogWriter.Create(path))
        {
            writer.Write(Exchange("{}"u8));
            writer.Write(Exchange("{}"u8));
        }

        using TrafficLogReader reader = TrafficLogReader.Open(path);
        Logs.ReadAll(reader);
        Assert.That(
            (File.ReadAllBytes(path)[..2], reader.Counters.Exchanges), Is.EqualTo((new byte[] { 0x1F, 0x8B }, 2L)));
    }

    [Test]
    public void Create_OtherName_WritesPlainText()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory,
            $"{nameof(Create_OtherName_WritesPlainText)}.jsonl");
        using (TrafficLogWriter writer = TrafficLogWriter.Create(path))
        {
            writer.Write(Exchange("{}"u8));
        }

        Assert.That(File.ReadAllText(path), Does.StartWith("{\"time\":").And.EndsWith("}\n"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Dispose_StreamLeftOpen_IsWholeAndOpen(bool compress)
    {
        using var stream = new MemoryStream();
        using (var writer = new TrafficLogWriter(stream, compress, leaveOpen: true))
        {
            writer.Write(Exchange("{}"u8));
        }

        Assert.That(stream.CanWrite, Is.True);
        Assert.That(Logs.ReadAll(Logs.Reader(stream.ToArray())), Has.Count.EqualTo(1));
    }

    private static TrafficLogEntry Exchange(ReadOnlySpan<byte> body) => new()
    {
        Time = Time,
        Id = "r",
        Caller = new Caller { Account = "a" },
        Api = ApiKind.AnthropicMessages,
        Request = body,
    };

    private static string Written(in TrafficLogEntry entry)
    {
        using var stream = new MemoryStream();
        using var writer = new TrafficLogWriter(stream);
        writer.Write(in entry);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Rewritten(string line)
    {
        using TrafficLogReader reader = Logs.Reader(line);
        reader.Read(out TrafficLogEntry entry);
        return Written(in entry);
    }
}
