// SPDX-License-Identifier: MIT

namespace DistillGuard.Apis;

public sealed class RequestReaderLimitsTests
{
    [Test]
    public void Default_IsAsDocumented()
    {
        RequestReaderLimits limits = RequestReaderLimits.Default;

        Assert.That((limits.MaxBodyBytes, limits.MaxDepth, limits.MaxParts), Is.EqualTo((1_048_576, 64, 4096)));
    }

    [TestCase(1023)]
    [TestCase(268_435_457)]
    public void MaxBodyBytes_OutsideTheRange_Throws(int value) =>
        Assert.That(
            () => new RequestReaderLimits { MaxBodyBytes = value },
            Throws.InstanceOf<ArgumentOutOfRangeException>()
                .With.Message.Contains("1024").And.Message.Contains("268435456").And.Message.Contains($"not {value}"));

    [TestCase(15)]
    [TestCase(513)]
    public void MaxDepth_OutsideTheRange_Throws(int value) =>
        Assert.That(
            () => new RequestReaderLimits { MaxDepth = value },
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("from 16 to 512"));

    [TestCase(0)]
    [TestCase(1_048_577)]
    public void MaxParts_OutsideTheRange_Throws(int value) =>
        Assert.That(
            () => new RequestReaderLimits { MaxParts = value },
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("from 1 to 1048576"));

    [Test]
    public void Limits_AtTheEndsOfTheirRanges_AreAccepted() =>
        Assert.That(
            () => new RequestReaderLimits { MaxBodyBytes = 1024, MaxDepth = 512, MaxParts = 1 },
            Throws.Nothing);
}
