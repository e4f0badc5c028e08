// SPDX-License-Identifier: MIT

using DistillGuard.Verdicts;

namespace DistillGuard.Signals;

public sealed class SignalFamiliesTests
{
    [Test]
    public void Families_EveryFamily_HasItsBitUnderItsName([Values] SignalFamily family) =>
        Assert.That(((SignalFamilies)(1 << (int)family)).ToString(), Is.EqualTo(family.ToString()));

    [Test]
    public void FamilyScores_HaveRoomForEveryFamily() =>
        Assert.That(Enum.GetValues<SignalFamily>(), Has.Length.EqualTo(FamilyScores.Count));
}
