// SPDX-License-Identifier: MIT

namespace DistillGuard.Signals;

public sealed class SignalInfoTests
{
    [TestCase("no numbers at all")]
    [TestCase("{0:F1} {1} {2}")]
    [TestCase("literal {{braces}}")]
    public void Reason_ThatCanBeWritten_IsKept(string reason) => Assert.That(Create(reason).Reason, Is.EqualTo(reason));

    [TestCase("{0")]
    [TestCase("}")]
    [TestCase("{3} asks for a fourth value")]
    public void Reason_ThatCouldNotBeWritten_IsRefusedAtOnce(string reason) =>
        Assert.That(() => Create(reason), Throws.TypeOf<FormatException>());

    [Test]
    public void Family_Unknown_IsRefusedAtOnce() =>
        Assert.That(() => Create("x", (SignalFamily)8), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void ToString_Info_IsItsId() => Assert.That(Create("x").ToString(), Is.EqualTo("test.info"));

    private static SignalInfo Create(string reason, SignalFamily family = SignalFamily.Content) => new()
    {
        Id = "test.info",
        Title = "Title",
        Family = family,
        Reason = reason,
        Innocent = "a test.",
    };
}
