// SPDX-License-Identifier: MIT

using DistillGuard.Benchmarks.Peers;

namespace DistillGuard.Benchmarks.Tests.Peers;

[TestFixture]
internal sealed class PeerAnswersTests
{
    [Test]
    public void Check_TheSame_IsSilent() => Assert.That(() => PeerAnswers.Check("peer", [true, false], [true, false]), Throws.Nothing);

    [TestCase(new[] { true, true }, TestName = "Check_OneMore_Throws")]
    [TestCase(new[] { true }, TestName = "Check_Shorter_Throws")]
    [TestCase(new[] { true, false, false }, TestName = "Check_Longer_Throws")]
    public void Check_Other_Throws(bool[] found) =>
        Assert.That(() => PeerAnswers.Check("peer", found, [true, false]), Throws.InvalidOperationException.With.Message.StartsWith("peer finds something else"));
}
