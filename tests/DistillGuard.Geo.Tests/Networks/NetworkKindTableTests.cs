// SPDX-License-Identifier: MIT

using System.Net;
using CsCheck;

namespace DistillGuard.Geo.Networks;

public sealed class NetworkKindTableTests
{
    private static readonly NetworkKind[] Kinds = [NetworkKind.Hosting, NetworkKind.Relay, NetworkKind.Tor];

    [Test]
    public void Find_RandomOverlappingLists_AgreesWithScan() =>
        Gen.Select(Gen.UInt, Gen.Int[1, 32], Gen.Int[0, 2]).Array[1, 30].Sample(
            picks =>
            {
                (string Text, NetworkKind Kind)[] lines =
                    [.. picks.Select(pick => (Network(pick.Item1, pick.Item2), Kinds[pick.Item3]))];
                NetworkKindTable table = NetworkKindTable.Build(
                    [.. lines.Select(line => NetworkList.Read("list", [line.Text], line.Kind))]);
                return lines.SelectMany(line => Probes(IPNetwork.Parse(line.Text)))
                    .All(probe => table.Find(ClientAddress.From(probe)) == Scan(lines, probe));
            },
            iter: 1_000,
            seed: "0000000000001");

    [Test]
    public void Find_V6Networks_TellsTheirKinds()
    {
        NetworkKindTable table = NetworkKindTable.Build(
        [
            NetworkList.Read("a", ["2620:fe::/48"], NetworkKind.Relay),
            NetworkList.Read("b", ["2620:fe::fe"], NetworkKind.Tor),
        ]);

        Assert.Multiple(() =>
        {
            Assert.That(table.Find(Addresses.Parse("2620:fe::1")), Is.EqualTo(NetworkKind.Relay));
            Assert.That(table.Find(Addresses.Parse("2620:fe::fe")), Is.EqualTo(NetworkKind.Relay | NetworkKind.Tor));
            Assert.That(table.Find(Addresses.Parse("2620:fe::ff")), Is.EqualTo(NetworkKind.Relay));
            Assert.That(table.Find(Addresses.Parse("2620:fe:1::")), Is.EqualTo(NetworkKind.None));
            Assert.That(table.Find(Addresses.Parse("8.8.8.8")), Is.EqualTo(NetworkKind.None));
        });
    }

    private static NetworkKind Scan((string Text, NetworkKind Kind)[] lines, IPAddress address) =>
        lines.Where(line => IPNetwork.Parse(line.Text).Contains(address))
            .Aggregate(NetworkKind.None, (kinds, line) => kinds | line.Kind);

    private static string Network(uint address, int prefix) =>
        $"{Addresses.ToIPAddress(ClientAddress.FromIPv4(address & (uint)(0xFFFF_FFFF_0000_0000UL >> prefix)))}/{prefix}";

    private static IEnumerable<IPAddress> Probes(IPNetwork network)
    {
        uint first = (uint)ClientAddress.From(network.BaseAddress).Value;
        uint last = first | (uint)(0xFFFF_FFFFUL >> network.PrefixLength);
        foreach (uint value in new[] { first, last, unchecked(first - 1), unchecked(last + 1) })
        {
            yield return Addresses.ToIPAddress(ClientAddress.FromIPv4(value));
        }
    }
}
