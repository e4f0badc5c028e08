// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Requests;
using DistillGuard.Text;

namespace DistillGuard.Features;

public sealed class TemplateFeatureReaderTests
{
    private const string System = "Answer every question in one polite sentence";
    private const string First = "Describe the winter garden behind the house";
    private const string Middle = "Mention the frozen pond beside that hedge";
    private const string Last = "Compare both descriptions with older letters";
    private const string Answer = "Certainly, there was snow upon every branch";

    private static readonly PieceReader Reader = new("a key for tests!"u8);
    private static readonly SketchReader Sketches = new("a key for tests!"u8);

    [Test]
    public void Measure_Conversation_ReadsSystemTextFirstAndLastUserMessage() =>
        Assert.That(PiecesOf(Measure(Conversation())), Is.EquivalentTo(PiecesOf(System, First, Last)));

    [Test]
    public void Measure_LastMessageOfSeveralParts_ReadsThemAll()
    {
        RequestBuffer buffer = Conversation();
        buffer.Add(MessageRole.User, Encoding.UTF8.GetBytes(Middle), message: 4);

        Assert.That(PiecesOf(Measure(buffer)), Is.EquivalentTo(PiecesOf(System, First, Last, Middle)));
    }

    [Test]
    public void Measure_OneMessage_ReadsItOnce()
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, Encoding.UTF8.GetBytes(First), message: 0);

        Assert.That(PiecesOf(Measure(buffer)), Is.EquivalentTo(PiecesOf(First)));
    }

    [Test]
    public void Measure_TwoParts_DoNotRunTogether()
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, "Describe the winter "u8, message: 0);
        buffer.Add(MessageRole.User, "garden behind the house"u8, message: 0);

        Assert.That(PiecesOf(Measure(buffer)), Is.Empty);
    }

    [Test]
    public void Measure_PartsThatAreNoPrompt_AreNotRead([Values] TextKind kind)
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, Encoding.UTF8.GetBytes(First), kind);

        Assert.That(Measure(buffer).Pieces.Count > 0, Is.EqualTo(kind == TextKind.Prompt));
    }

    [Test]
    public void Measure_AnyPromptTextChanged_GivesAnotherTextHash([Values(System, First, Middle, Last, Answer)] string changed)
    {
        ulong hash = Measure(Conversation(text => text == changed ? text + "!" : text)).TextHash;

        Assert.That(hash, Is.Not.EqualTo(Measure(Conversation()).TextHash));
    }

    [Test]
    public void Measure_SameConversation_GivesTheSameTextHash()
    {
        ulong hash = Measure(Conversation()).TextHash;

        Assert.That(Measure(Conversation()).TextHash, Is.EqualTo(hash).And.Not.Zero);
    }

    [Test]
    public void Measure_TextMovedToTheNextPart_GivesAnotherTextHash()
    {
        var left = new RequestBuffer();
        left.Add(MessageRole.User, "ab"u8, message: 0);
        left.Add(MessageRole.User, "c"u8, message: 0);
        var right = new RequestBuffer();
        right.Add(MessageRole.User, "a"u8, message: 0);
        right.Add(MessageRole.User, "bc"u8, message: 0);

        Assert.That(Measure(right).TextHash, Is.Not.EqualTo(Measure(left).TextHash));
    }

    [Test]
    public void Measure_NoContent_FindsNothing()
    {
        PromptFeatures features = default;
        TemplateFeatureReader.Measure(default, Reader, Sketches, ref features);

        Assert.That((features.Pieces.Count, features.TextHash), Is.EqualTo((0, 0UL)));
    }

    private static RequestBuffer Conversation(Func<string, string>? change = null)
    {
        byte[] Text(string text) => Encoding.UTF8.GetBytes(change is null ? text : change(text));
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.System, Text(System), message: -1);
        buffer.Add(MessageRole.User, Text(First), message: 0);
        buffer.Add(MessageRole.Assistant, Text(Answer), message: 1);
        buffer.Add(MessageRole.User, Text(Middle), message: 2);
        buffer.Add(MessageRole.Assistant, Text(Answer), message: 3);
        buffer.Add(MessageRole.User, Text(Last), message: 4);
        return buffer;
    }

    private static PromptFeatures Measure(RequestBuffer buffer)
    {
        PromptFeatures features = default;
        TemplateFeatureReader.Measure(buffer.Content, Reader, Sketches, ref features);
        return features;
    }

    private static ulong[] PiecesOf(PromptFeatures features) => features.Pieces.Hashes64.ToArray();

    private static ulong[] PiecesOf(params string[] texts)
    {
        var pieces = default(PieceList);
        foreach (string text in texts)
        {
            Reader.Read(Encoding.UTF8.GetBytes(text), ref pieces);
        }

        return pieces.Hashes64.ToArray();
    }
}
