// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Requests;

public sealed class RequestBufferTests
{
    private static string TextOf(RequestBuffer buffer, int part)
    {
        RequestContent content = buffer.Content;
        return Encoding.UTF8.GetString(content[content.Parts[part]]);
    }

    [Test]
    public void Content_OfANewBuffer_IsEmpty()
    {
        RequestContent content = new RequestBuffer().Content;

        Assert.That(
            (content.Text.Length, content.Parts.Length, content.Model.Length, content.EndUser.Length),
            Is.EqualTo((0, 0, 0, 0)));
    }

    [Test]
    public void Add_ManyTexts_KeepsAll()
    {
        var buffer = new RequestBuffer();
        for (int i = 0; i < 1000; i++)
        {
            buffer.Add(MessageRole.User, $"text number {i}", message: i);
        }

        string[] texts = [.. Enumerable.Range(0, 1000).Select(i => TextOf(buffer, i))];
        Assert.That(texts, Is.EqualTo(Enumerable.Range(0, 1000).Select(i => $"text number {i}")));
    }

    [Test]
    public void Add_Utf16WithALoneSurrogate_BecomesReplacementCharacter()
    {
        var buffer = new RequestBuffer();

        buffer.Add(MessageRole.User, "a\ud800");

        Assert.That(TextOf(buffer, 0), Is.EqualTo("a\uFFFD"));
    }

    [Test]
    public void Add_Utf8_DescribesThePart()
    {
        var buffer = new RequestBuffer();

        buffer.Add(MessageRole.Tool, "xy"u8, TextKind.ToolResult, 4);

        TextPart part = buffer.Content.Parts[0];
        Assert.That(
            (part.Start, part.Length, part.Role, part.Kind, part.Message),
            Is.EqualTo((0, 2, MessageRole.Tool, TextKind.ToolResult, 4)));
    }

    [Test]
    public void SetIds_BetweenTexts_AreNoParts()
    {
        var buffer = new RequestBuffer();
        buffer.SetModel("m"u8);
        buffer.Add(MessageRole.User, "a"u8);
        buffer.SetEndUser("e"u8);
        buffer.SetPreviousResponse("p"u8);

        RequestContent content = buffer.Content;
        string ids = Encoding.UTF8.GetString([.. content.Model, .. content.EndUser, .. content.PreviousResponse]);
        Assert.That((ids, TextOf(buffer, 0), buffer.PartCount), Is.EqualTo(("mep", "a", 1)));
    }

    [Test]
    public void Clear_AfterUse_ForgetsEverything()
    {
        var buffer = new RequestBuffer();
        buffer.SetModel("m"u8);
        buffer.Add(MessageRole.User, "a"u8);
        buffer.Sampling.ChoiceCount = 7;

        buffer.Clear();

        Assert.That(
            (buffer.PartCount, buffer.TextLength, buffer.Content.Model.Length, buffer.Sampling.ChoiceCount),
            Is.EqualTo((0, 0, 0, 1)));
    }

    [Test]
    public void CommitSince_TextInPieces_IsOnePart()
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, "before"u8);
        int start = buffer.TextLength;
        "ab"u8.CopyTo(buffer.Reserve(10));
        buffer.Advance(2);
        "c"u8.CopyTo(buffer.Reserve(1));
        buffer.Advance(1);

        buffer.CommitSince(start, MessageRole.User, TextKind.Prompt, 0);

        Assert.That(TextOf(buffer, 1), Is.EqualTo("abc"));
    }

    [Test]
    public void Settle_FromAPartOn_ChangesOnlyLaterPrompts()
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.Other, "a"u8);
        buffer.Add(MessageRole.Assistant, "b"u8, TextKind.Reasoning);
        buffer.Add(MessageRole.Other, "c"u8);

        buffer.Settle(1, MessageRole.Tool, TextKind.ToolResult);

        MessageRole[] roles = [.. buffer.Content.Parts.ToArray().Select(part => part.Role)];
        Assert.That(roles, Is.EqualTo(new[] { MessageRole.Other, MessageRole.Assistant, MessageRole.Tool }));
    }

    [Test]
    public void RemoveLast_OfTwo_LeavesTheFirst()
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, "first"u8);
        buffer.Add(MessageRole.User, "second"u8);

        buffer.RemoveLast();

        Assert.That((buffer.PartCount, buffer.TextLength), Is.EqualTo((1, 5)));
    }

    [Test]
    public void Add_SteadyState_AllocatesNothing()
    {
        var buffer = new RequestBuffer();
        Fill(buffer);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Fill(buffer);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static void Fill(RequestBuffer buffer)
    {
        buffer.Clear();
        for (int i = 0; i < 500; i++)
        {
            buffer.Add(MessageRole.User, "some text that is copied into the buffer"u8);
            buffer.Add(MessageRole.User, "some text that is copied into the buffer");
        }
    }
}
