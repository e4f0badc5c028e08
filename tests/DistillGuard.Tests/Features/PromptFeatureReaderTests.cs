// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Features;

public sealed class PromptFeatureReaderTests
{
    [Test]
    public void Measure_Conversation_CountsBytesOfEveryRole()
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.System, "sys"u8, message: 0);
        buffer.Add(MessageRole.User, "user one"u8, message: 1);
        buffer.Add(MessageRole.Assistant, "answer"u8, message: 2);
        buffer.Add(MessageRole.User, "two"u8, message: 3);

        PromptFeatures features = Measure(buffer);

        Assert.That(
            (features.SystemBytes, features.UserBytes, features.AssistantBytes, features.UserTurns, features.LastUserBytes),
            Is.EqualTo((3, 11, 6, 2, 3)));
    }

    [Test]
    public void Measure_MessageOfTwoParts_IsOneTurn()
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, "first"u8, message: 4);
        buffer.Add(MessageRole.User, "second"u8, message: 4);

        PromptFeatures features = Measure(buffer);

        Assert.That((features.UserTurns, features.LastUserBytes), Is.EqualTo((1, 11)));
    }

    [Test]
    public void Measure_MessageNumberedMinusOne_IsATurn()
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, "hello"u8, message: -1);

        Assert.That(Measure(buffer).UserTurns, Is.EqualTo(1));
    }

    [Test]
    public void Measure_PartsThatAreNoPrompt_AreNotCounted([Values] TextKind kind)
    {
        var buffer = new RequestBuffer();
        buffer.Add(MessageRole.User, "text"u8, kind);

        Assert.That(Measure(buffer).Text.Bytes, Is.EqualTo(kind == TextKind.Prompt ? 4 : 0));
    }

    [Test]
    public void Measure_NoContent_IsAllZero()
    {
        PromptFeatures features = default;
        PromptFeatureReader.Measure(default, ref features);

        Assert.That((features.UserTurns, features.Text.Bytes, features.Text.Script), Is.EqualTo((0, 0, ScriptClass.None)));
    }

    private static PromptFeatures Measure(RequestBuffer buffer)
    {
        PromptFeatures features = default;
        PromptFeatureReader.Measure(buffer.Content, ref features);
        return features;
    }
}
