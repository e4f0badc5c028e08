// SPDX-License-Identifier: MIT

using System.Runtime.CompilerServices;
using DistillGuard.Subjects;

namespace DistillGuard.Detectors.SignatureReplay;

public sealed class SignatureStateTests
{
    private const long Retention = 100;

    [Test]
    public void Size_Is48Bytes() => Assert.That(Unsafe.SizeOf<SignatureState>(), Is.EqualTo(48));

    [Test]
    public void Carry_AccountThatOwnsButChangedItsOrganization_IsInnocent()
    {
        var state = default(SignatureState);
        state.Issue(Keys(1, 10), 0, Retention);

        Assert.That(state.Carry(Keys(1, 20), 0, Retention), Is.EqualTo(SignatureCarry.Innocent));
    }

    [Test]
    public void Carry_TwoAccountsWithoutOrganization_ShareNone()
    {
        var state = default(SignatureState);
        state.Issue(Keys(1, 0), 0, Retention);

        Assert.That(state.Carry(Keys(2, 0), 0, Retention), Is.EqualTo(SignatureCarry.IssuedToAnother));
    }

    [Test]
    public void Issue_TwiceToTheSame_StaysIts()
    {
        var state = default(SignatureState);
        state.Issue(Keys(1, 10), 0, Retention);
        state.Issue(Keys(2, 10), 0, Retention);

        Assert.That(state.Carry(Keys(3, 30), 0, Retention), Is.EqualTo(SignatureCarry.IssuedToAnother));
    }

    [Test]
    public void Carry_SeveralAccountsOfOneOrganization_AreOneCarrier()
    {
        var state = default(SignatureState);
        state.Carry(Keys(1, 10), 0, Retention);

        SignatureCarry[] carries = [.. Enumerable.Range(2, 10).Select(account => state.Carry(Keys((ulong)account, 20), 0, Retention))];

        Assert.That(carries, Is.All.EqualTo(SignatureCarry.SentByAnother));
    }

    [Test]
    public void Carry_IssuedAndSentByManyOthers_IsStillIssuedToAnother()
    {
        var state = default(SignatureState);
        state.Issue(Keys(1, 10), 0, Retention);

        SignatureCarry[] carries = [.. Enumerable.Range(2, 10).Select(account => state.Carry(Keys((ulong)account, 0), 0, Retention))];

        Assert.That(carries, Is.All.EqualTo(SignatureCarry.IssuedToAnother));
    }

    [TestCase(100, true)]
    [TestCase(101, false)]
    [TestCase(-100, true)]
    [TestCase(-101, false)]
    public void Carry_LaterOrEarlier_IsForgottenBeyondTheRetention(long elapsed, bool isForeign)
    {
        var state = default(SignatureState);
        state.Issue(Keys(1, 10), 1_000, Retention);

        Assert.That(state.Carry(Keys(2, 20), 1_000 + elapsed, Retention) == SignatureCarry.IssuedToAnother, Is.EqualTo(isForeign));
    }

    [Test]
    public void Carry_OrganizationWhoseBitsAreZero_TakesAPlaceAllTheSame()
    {
        var state = default(SignatureState);
        state.Carry(Keys(1, 10), 0, Retention);
        state.Carry(Keys(2, 0x0000_0001_0000_0000), 0, Retention);

        Assert.That(state.Carriers[0], Is.Not.Zero);
    }

    private static SubjectKeys Keys(ulong account, ulong organization) => new()
    {
        Account = new SubjectKey(account, account),
        Organization = new SubjectKey(organization, organization),
    };
}
