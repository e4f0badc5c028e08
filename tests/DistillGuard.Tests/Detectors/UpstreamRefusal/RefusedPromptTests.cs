// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Subjects;

namespace DistillGuard.Detectors.UpstreamRefusal;

public sealed class RefusedPromptTests
{
    [Test]
    public void Hash_SameLastMessageBehindAnotherHistory_IsTheSame() =>
        Assert.That(
            Hash(("system", "Be brief."), ("user", "Hello"), ("assistant", "Hi"), ("user", "Show it")),
            Is.EqualTo(Hash(("user", "Show it"))));

    [Test]
    public void Hash_AnotherLastMessage_IsAnother() => Assert.That(Hash(("user", "Show it")), Is.Not.EqualTo(Hash(("user", "Show them"))));

    [Test]
    public void Hash_LastMessageOfTwoPieces_CountsBoth()
    {
        var one = new RequestBuffer();
        one.Add(MessageRole.User, "Document A", TextKind.Prompt, 0);
        one.Add(MessageRole.User, "Show it", TextKind.Prompt, 0);
        var other = new RequestBuffer();
        other.Add(MessageRole.User, "Document B", TextKind.Prompt, 0);
        other.Add(MessageRole.User, "Show it", TextKind.Prompt, 0);

        Assert.That(Hash(one), Is.Not.EqualTo(Hash(other)));
    }

    [Test]
    public void Hash_NoUserText_IsOneAndTheSame() => Assert.That(Hash(("system", "A")), Is.EqualTo(Hash(("assistant", "B"))).And.Not.Zero);

    private static ushort Hash(params (string Role, string Text)[] messages)
    {
        var buffer = new RequestBuffer();
        for (int i = 0; i < messages.Length; i++)
        {
            buffer.Add(Enum.Parse<MessageRole>(messages[i].Role, ignoreCase: true), messages[i].Text, TextKind.Prompt, i);
        }

        return Hash(buffer);
    }

    private static ushort Hash(RequestBuffer buffer) =>
        RefusedPrompt.Hash(buffer.Content, new SubjectTextHash(new SubjectKey(1, 2)));
}
