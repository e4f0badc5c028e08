// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Subjects;

public sealed class SubjectKeyTests
{
    [Test]
    public void IsPresent_Default_IsFalse() => Assert.That(default(SubjectKey).IsPresent, Is.False);

    [TestCase(1UL, 0UL)]
    [TestCase(0UL, 1UL)]
    public void IsPresent_AnyBit_IsTrue(ulong low, ulong high) => Assert.That(new SubjectKey(low, high).IsPresent, Is.True);

    [Test]
    public void ToString_AnyKey_ShowsFirstEightDigits() =>
        Assert.That(new SubjectKey(1, 0x00ABCDEF_12345678).ToString(), Is.EqualTo("00abcdef"));

    [Test]
    public void IsBelow_AnyPair_AgreesWithNumbers() =>
        Gen.Select(Gen.ULong[0, 3], Gen.ULong[0, 3], Gen.ULong[0, 3], Gen.ULong[0, 3]).Sample(
            (low, high, otherLow, otherHigh) =>
                new SubjectKey(low, high).IsBelow(new SubjectKey(otherLow, otherHigh))
                == (new UInt128(high, low) < new UInt128(otherHigh, otherLow)),
            iter: 10_000);
}
