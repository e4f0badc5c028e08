// SPDX-License-Identifier: MIT

using System.Text;
using CsCheck;

namespace DistillGuard.AspNetCore.Responses;

public sealed class EventStreamReaderTests
{
    // Pieces that matter to the standard, so that a few of them in a row meet every rule.
    private static readonly string[] Pieces =
    [
        "data", "data:", "data: ", "data:  ", "dat", "datas:", ":", ": ", "event:", "id: 7", "\n", "\r", "\r\n", "\n\n", "\r\r", "x", " ", "{}", "[DONE]", "ü", "\uFEFF",
    ];

    private static readonly Gen<string> Stream = Gen.Int[0, Pieces.Length - 1]
        .Select(i => Pieces[i])
        .Array[0, 40]
        .Select(pieces => string.Concat(pieces));

    [Test]
    public void Read_AnyStreamCutAnywhere_GivesTheEventsOfTheOracle() =>
        Gen.Select(Stream, Gen.Int[1, 7].Array[1, 20]).Sample(
            (text, cuts) => Read(Encoding.UTF8.GetBytes(text), cuts) == string.Join('|', EventOracle.Read(text)),
            iter: 20_000);

    [TestCase("data: a\n\n", "a")]
    [TestCase("data:a\n\n", "a")]
    [TestCase("data:  a\n\n", " a")]
    [TestCase("data: a\ndata: b\n\n", "a\nb")]
    [TestCase("data\ndata\n\n", "\n")]
    [TestCase(": hello\n\ndata: a\n\n", "a")]
    [TestCase("event: x\nid: 1\nretry: 5\ndata: a\n\n", "a")]
    [TestCase("data: a\r\n\r\ndata: b\r\rdata: c\n\n", "a|b|c")]
    [TestCase("\uFEFFdata: a\n\n", "a")]
    [TestCase("data: never ended", "")]
    [TestCase("event: no data\n\n", "")]
    public void Read_Stream_GivesItsEvents(string text, string events) =>
        Assert.That(Read(Encoding.UTF8.GetBytes(text), [1]), Is.EqualTo(events));

    private static string Read(ReadOnlySpan<byte> text, int[] cuts)
    {
        var sink = new Sink();
        var reader = new EventStreamReader(sink);
        reader.Reset();
        for (int i = 0; !text.IsEmpty; i++)
        {
            int length = Math.Min(cuts[i % cuts.Length], text.Length);
            reader.Read(text[..length]);
            text = text[length..];
        }

        return string.Join('|', sink.Events);
    }

    private sealed class Sink : IEventSink
    {
        private readonly List<byte> _data = [];

        public List<string> Events { get; } = [];

        public int StepOver(ReadOnlySpan<byte> text) => 0;

        public void Data(ReadOnlySpan<byte> piece) => _data.AddRange(piece);

        public void EndEvent()
        {
            Events.Add(Encoding.UTF8.GetString([.. _data]));
            _data.Clear();
        }
    }
}
