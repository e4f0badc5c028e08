// SPDX-License-Identifier: MIT

using CsCheck;

namespace DistillGuard.Geo.Networks;

public sealed class NetworkListTests
{
    [Test]
    public void Load_AddressesNetworksAndComments_CountsNetworks()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write(
            "exits.txt", "# Tor exits\n\n8.8.8.8\n 9.9.9.0/24  # with a comment\n2620:fe::/48\n2620:fe::fe\n");

        NetworkList list = NetworkList.Load(path, NetworkKind.Tor);

        Assert.That((list.Count, list.Kind, list.Name), Is.EqualTo((4, NetworkKind.Tor, path)));
    }

    [TestCase("9.9.9.9/24", "has bits set behind its prefix of 24")]
    [TestCase("9.9.9", "write 9.9.0.9")]
    [TestCase("0x9.9.9.9", "write 9.9.9.9")]
    [TestCase("9.9.9.0/33", "no prefix length between 1 and 32")]
    [TestCase("0.0.0.0/0", "no prefix length between 1 and 32")]
    [TestCase("9.9.9.0/", "no prefix length")]
    [TestCase("9.9.9.0/+24", "no prefix length")]
    [TestCase("2620:fe::/129", "no prefix length between 1 and 128")]
    [TestCase("::ffff:9.9.9.9", "write the plain address")]
    [TestCase("fe80::1%eth0", "write the plain address")]
    [TestCase("example.org", "is not an address")]
    [TestCase("9.9.9.9 9.9.9.10", "is not an address")]
    public void Read_BrokenLine_NamesLineValueReasonAndRemedy(string line, string expected) =>
        Assert.That(
            () => NetworkList.Read("list", ["8.8.8.8", line], NetworkKind.Relay),
            Throws.InstanceOf<InvalidDataException>()
                .With.Message.StartsWith($"list:2: '{line}'").And.Message.Contains(expected));

    [TestCase(NetworkKind.None)]
    [TestCase(NetworkKind.NonPublic)]
    [TestCase(NetworkKind.Tor | NetworkKind.Tunnel)]
    public void Read_KindThatFollowsFromTheAddress_Refuses(NetworkKind kind) =>
        Assert.That(() => NetworkList.Read("list", [], kind), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Read_ManyBrokenLines_ReportsTheFirstTwenty() =>
        Assert.That(
            () => NetworkList.Read("list", Enumerable.Repeat("x", 100), NetworkKind.Relay),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("only the first 20").And.Message.Not.Contains("list:21"));

    [Test]
    public void Load_NoFile_NamesIt() =>
        Assert.That(
            () => NetworkList.Load("/nowhere/list.txt", NetworkKind.Relay),
            Throws.InstanceOf<FileNotFoundException>().With.Message.Contains("/nowhere/list.txt"));

    [Test]
    public void Read_RandomText_RefusesOrReads() =>
        Gen.String[Gen.Char["0123456789abcdef.:/# x%-"], 0, 20].Sample(
            line =>
            {
                try
                {
                    NetworkList.Read("list", [line], NetworkKind.Relay);
                }
                catch (InvalidDataException)
                {
                    // The only accepted refusal.
                }
            },
            iter: 10_000,
            seed: "0000000000001");
}
