// SPDX-License-Identifier: MIT

using CsCheck;
using DistillGuard.Requests;
using DistillGuard.Support;

namespace DistillGuard.Subjects;

public sealed class SubjectHasherTests
{
    private static readonly SubjectHasher Hasher = new(Samples.Secret);

    [Test]
    public void Hash_SameCallerTwice_GivesSameKeys()
    {
        SubjectKeys first = Hasher.Hash(Everything("acme"));
        SubjectKeys second = new SubjectHasher(Samples.Secret).Hash(Everything(new string("acme".AsSpan())));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Hash_OtherSecret_ChangesEveryKey()
    {
        byte[] other = [.. Samples.Secret];
        other[15] ^= 1;

        SubjectKeys first = Hasher.Hash(Everything("acme"));
        SubjectKeys second = new SubjectHasher(other).Hash(Everything("acme"));

        Assert.That(All(first).Zip(All(second)), Has.All.Matches<(SubjectKey One, SubjectKey Other)>(pair => pair.One != pair.Other));
    }

    [Test]
    public void Hash_IdsOfAnyLength_GivesWhatHashingOneByOneGives() =>
        Gen.Select(Gen.Int[0, 130], Gen.Int[0, 130], Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int).Sample(
            (account, organization, payment, plan, seed) =>
            {
                string text = string.Concat(Enumerable.Range(0, 130).Select(i => (char)(seed ^ (i * 7919))));
                var caller = new Caller
                {
                    Account = text.AsSpan(0, account),
                    Organization = text.AsSpan(0, organization),
                    Payment = text.AsSpan(0, payment),
                    Plan = text.AsSpan(0, plan),
                    Declared = (DeclaredUses)(seed & 3),
                };
                return Hasher.Hash(in caller) == Hasher.HashInTurn(in caller);
            },
            iter: 20_000,
            threads: 1);

    [Test]
    public void Hash_OneWordInEveryRole_GivesSixDifferentKeys()
    {
        SubjectKeys keys = Hasher.Hash(new Caller
        {
            Account = "same",
            Organization = "same",
            Payment = "same",
            Fingerprint = "same",
            Plan = "same",
            Address = ClientAddress.FromIPv4(0x01020304),
        });

        Assert.That(All(keys), Is.Unique);
    }

    [Test]
    public void Hash_OnlyAccountGiven_LeavesOthersAbsentButTheCohort()
    {
        SubjectKeys keys = Hasher.Hash(new Caller { Account = "a" });

        Assert.That(All(keys).Select(key => key.IsPresent), Is.EqualTo(new[] { true, false, false, false, false, true }));
    }

    [Test]
    public void Hash_TextMovedBetweenFingerprintAndUserAgent_GivesDifferentKeys() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int[1, 8]).Sample(
            (first, second, moved) =>
            {
                string text = first + "x" + second;
                int cut = first.Length + 1;
                int other = Math.Max(1, cut - moved);
                SubjectKey one = Fingerprint(text[..cut], text[cut..]);
                SubjectKey two = Fingerprint(text[..other], text[other..]);
                return one == two == (cut == other);
            },
            iter: 10_000);

    [Test]
    public void Hash_IdsWithDifferentLoneSurrogates_GivesDifferentKeys() =>
        Assert.That(Account("a\uD800"), Is.Not.EqualTo(Account("a\uD801")));

    [Test]
    public void Hash_IdsThatDifferInLastCharacter_GiveDifferentKeys([Values(1, 255, 256, 257, 5000)] int length) =>
        Assert.That(Account(new string('a', length) + "x"), Is.Not.EqualTo(Account(new string('a', length) + "y")));

    [Test]
    public void Hash_IdEndingInZeroCharacter_DiffersFromIdWithoutIt() =>
        Assert.That(Account("a\0"), Is.Not.EqualTo(Account("a")));

    [Test]
    public void Hash_DeclaredUseChanged_ChangesCohortOnly()
    {
        SubjectKeys batch = Hasher.Hash(new Caller { Account = "a", Plan = "team", Declared = DeclaredUses.Batch });
        SubjectKeys none = Hasher.Hash(new Caller { Account = "a", Plan = "team" });

        Assert.That((batch.Cohort == none.Cohort, batch.Account == none.Account), Is.EqualTo((false, true)));
    }

    [TestCase("203.0.113.7", "203.0.113.200", true)]
    [TestCase("203.0.113.7", "203.0.114.7", false)]
    [TestCase("2001:db8:1::1", "2001:db8:1:ffff::9", true)]
    [TestCase("2001:db8:1::1", "2001:db8:2::1", false)]
    [TestCase("203.0.113.7", "::ffff:203.0.113.9", true)]
    [TestCase("0.0.0.1", "::1", false)]
    public void Hash_TwoAddresses_ShareEgressWhenPrefixIsShared(string first, string second, bool isShared) =>
        Assert.That(Egress(first) == Egress(second), Is.EqualTo(isShared));

    [Test]
    public void Hash_ShortAndLongIds_AllocatesNothing()
    {
        string longId = new('a', 5000);
        _ = Account(longId);

        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                _ = Account("short");
                _ = Account(longId);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.Zero);
    }

    [Test]
    public void Hash_OnlySignaturesRemembered_HashesTheOrganizationToo()
    {
        var layout = new SubjectLayout();
        layout.Reserve<long>(SubjectKind.Signature);

        SubjectKeys keys = new SubjectHasher(Samples.Secret, layout, forGroups: false).Hash(Everything("acme"));

        Assert.That(All(keys).Select(key => key.IsPresent), Is.EqualTo(new[] { true, true, false, false, false, false }));
    }

    [Test]
    public void HashSignature_SameBlobAndSecret_GivesSameKey() =>
        Assert.That(
            new SubjectHasher(Samples.Secret).HashSignature(Blob(700)),
            Is.EqualTo(Hasher.HashSignature(Blob(700))));

    [Test]
    public void HashSignature_OtherSecret_GivesAnotherKey()
    {
        byte[] other = [.. Samples.Secret];
        other[0] ^= 1;

        Assert.That(new SubjectHasher(other).HashSignature(Blob(100)), Is.Not.EqualTo(Hasher.HashSignature(Blob(100))));
    }

    [Test]
    public void HashSignature_BytesThatAnAccountHashes_GivesAnotherKey() =>
        Assert.That(
            Hasher.HashSignature([1, 0, 1, 0, 0, 0, (byte)'a', 0]),
            Is.Not.EqualTo(Account("a")));

    [Test]
    public void HashSignature_OneByteChangedInAWholeBlob_GivesAnotherKey([Values(0, 300, 511, 512, 1023)] int place) =>
        Assert.That(Hasher.HashSignature(Blob(1024, place)), Is.Not.EqualTo(Hasher.HashSignature(Blob(1024))));

    [TestCase(0, true)]
    [TestCase(511, true)]
    [TestCase(512, false)]
    [TestCase(4487, false)]
    [TestCase(4488, true)]
    [TestCase(4999, true)]
    public void HashSignature_OneByteChangedInALongBlob_IsSeenAtItsEnds(int place, bool isSeen) =>
        Assert.That(Hasher.HashSignature(Blob(5000, place)) != Hasher.HashSignature(Blob(5000)), Is.EqualTo(isSeen));

    [Test]
    public void HashSignature_LongBlobsOfDifferentLengths_GiveDifferentKeys() =>
        Assert.That(Hasher.HashSignature(new byte[5001]), Is.Not.EqualTo(Hasher.HashSignature(new byte[5000])));

    private static byte[] Blob(int length, int changed = -1)
    {
        byte[] blob = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31))];
        if (changed >= 0)
        {
            blob[changed] ^= 0x10;
        }

        return blob;
    }

    private static SubjectKey Account(string id) => Hasher.Hash(new Caller { Account = id }).Account;

    private static SubjectKey Fingerprint(string fingerprint, string userAgent) =>
        Hasher.Hash(new Caller { Account = "a", Fingerprint = fingerprint, UserAgent = userAgent }).Fingerprint;

    private static SubjectKey Egress(string address)
    {
        Assert.That(ClientAddress.TryParse(address, out ClientAddress parsed), Is.True);
        return Hasher.Hash(new Caller { Account = "a", Address = parsed }).Egress;
    }

    private static SubjectKey[] All(SubjectKeys keys) =>
        [keys.Account, keys.Organization, keys.Payment, keys.Fingerprint, keys.Egress, keys.Cohort];

    private static Caller Everything(string id) => new()
    {
        Account = id,
        Organization = id,
        Payment = id,
        Fingerprint = id,
        UserAgent = id,
        Plan = id,
        Declared = DeclaredUses.Research,
        Address = ClientAddress.FromIPv4(0xCB007101),
    };
}
