// SPDX-License-Identifier: MIT

using System.Net;

namespace DistillGuard.Geo.Networks;

public sealed class SpecialAddressesTests
{
    /// <summary>The IANA registries as written there, the more specific network first.</summary>
    private static readonly (string Network, NetworkKind Kind)[] Registry =
    [
        ("0.0.0.0/8", NetworkKind.NonPublic | NetworkKind.Unassigned),
        ("10.0.0.0/8", NetworkKind.NonPublic | NetworkKind.PrivateUse),
        ("100.64.0.0/10", NetworkKind.NonPublic | NetworkKind.CarrierNat),
        ("127.0.0.0/8", NetworkKind.NonPublic | NetworkKind.Loopback),
        ("169.254.0.0/16", NetworkKind.NonPublic | NetworkKind.LinkLocal),
        ("172.16.0.0/12", NetworkKind.NonPublic | NetworkKind.PrivateUse),
        ("192.0.0.0/24", NetworkKind.NonPublic | NetworkKind.Unassigned),
        ("192.0.2.0/24", NetworkKind.NonPublic | NetworkKind.Documentation),
        ("192.88.99.0/24", NetworkKind.Tunnel),
        ("192.168.0.0/16", NetworkKind.NonPublic | NetworkKind.PrivateUse),
        ("198.18.0.0/15", NetworkKind.NonPublic | NetworkKind.Benchmarking),
        ("198.51.100.0/24", NetworkKind.NonPublic | NetworkKind.Documentation),
        ("203.0.113.0/24", NetworkKind.NonPublic | NetworkKind.Documentation),
        ("224.0.0.0/4", NetworkKind.NonPublic | NetworkKind.Multicast),
        ("240.0.0.0/4", NetworkKind.NonPublic | NetworkKind.Unassigned),
        ("::1/128", NetworkKind.NonPublic | NetworkKind.Loopback),
        ("64:ff9b:1::/48", NetworkKind.NonPublic | NetworkKind.PrivateUse),
        ("100::/64", NetworkKind.NonPublic | NetworkKind.Unassigned),
        ("2001::/32", NetworkKind.Tunnel),
        ("2001:2::/48", NetworkKind.NonPublic | NetworkKind.Benchmarking),
        ("2001::/23", NetworkKind.NonPublic | NetworkKind.Unassigned),
        ("2001:db8::/32", NetworkKind.NonPublic | NetworkKind.Documentation),
        ("3fff::/20", NetworkKind.NonPublic | NetworkKind.Documentation),
        ("5f00::/16", NetworkKind.NonPublic | NetworkKind.Unassigned),
        ("fc00::/7", NetworkKind.NonPublic | NetworkKind.PrivateUse),
        ("fe80::/10", NetworkKind.NonPublic | NetworkKind.LinkLocal),
        ("fec0::/10", NetworkKind.NonPublic | NetworkKind.PrivateUse),
        ("ff00::/8", NetworkKind.NonPublic | NetworkKind.Multicast),
        ("2000::/3", NetworkKind.None),
        ("::/0", NetworkKind.NonPublic | NetworkKind.Unassigned),
    ];

    private static IEnumerable<string> Networks => Registry.Select(entry => entry.Network).Where(network => network is not ("::/0" or "2000::/3"));

    [TestCaseSource(nameof(Networks))]
    public void Classify_EdgesOfEveryNetwork_AgreesWithTheRegistry(string network)
    {
        foreach (ClientAddress address in Edges(IPNetwork.Parse(network)))
        {
            Assert.That(Classify(address), Is.EqualTo(Scan(address)), Addresses.ToIPAddress(address).ToString());
        }
    }

    [Test]
    public void Classify_HundredThousandV4_AgreesWithTheRegistry() =>
        Assert.That(
            Addresses.Random(seed: 5, 100_000, isV4: true).FirstOrDefault(address => Classify(address) != Scan(address)).IsKnown,
            Is.False);

    [Test]
    public void Classify_RandomV6InEveryNetwork_AgreesWithTheRegistry()
    {
        var random = new Random(6);
        foreach ((string text, _) in Registry.Where(entry => entry.Network.Contains(':', StringComparison.Ordinal)))
        {
            var network = IPNetwork.Parse(text);
            UInt128 first = ClientAddress.From(network.BaseAddress).Value;
            for (int round = 0; round < 1_000; round++)
            {
                UInt128 value = new((ulong)random.NextInt64(), (ulong)random.NextInt64());
                UInt128 host = network.PrefixLength == 0 ? value : value >> network.PrefixLength;
                var address = ClientAddress.FromIPv6(first | host);
                bool carriesV4 = address.IsIPv4 || address.Value >> 112 == 0x2002
                    || address.Value >> 32 == new UInt128(0x0064_FF9B_0000_0000, 0) >> 32;
                if (!carriesV4 && Classify(address) != Scan(address))
                {
                    Assert.Fail(Addresses.ToIPAddress(address).ToString());
                }
            }
        }
    }

    [TestCase("::ffff:8.8.8.8", "8.8.8.8", NetworkKind.None)]
    [TestCase("64:ff9b::808:808", "8.8.8.8", NetworkKind.None)]
    [TestCase("2002:808:808::1", "8.8.8.8", NetworkKind.None)]
    [TestCase("2002:a00:1::", "10.0.0.1", NetworkKind.NonPublic | NetworkKind.PrivateUse)]
    [TestCase("64:ff9b::7f00:1", "127.0.0.1", NetworkKind.NonPublic | NetworkKind.Loopback)]
    [TestCase("64:ff9b:0:0:0:1:808:808", "64:ff9b:0:0:0:1:808:808", NetworkKind.NonPublic | NetworkKind.Unassigned)]
    public void Classify_CarriesAnIPv4Address_IsThatAddress(string text, string expected, NetworkKind kind)
    {
        ClientAddress address = Addresses.Parse(text);

        NetworkKind found = SpecialAddresses.Classify(ref address);

        Assert.That((address, found), Is.EqualTo((Addresses.Parse(expected), kind)));
    }

    [Test]
    public void Classify_NotKnown_IsNothing() => Assert.That(Classify(default), Is.EqualTo(NetworkKind.None));

    private static NetworkKind Classify(ClientAddress address) => SpecialAddresses.Classify(ref address);

    private static NetworkKind Scan(ClientAddress address)
    {
        IPAddress plain = Addresses.ToIPAddress(address);
        foreach ((string network, NetworkKind kind) in Registry)
        {
            if (IPNetwork.Parse(network).Contains(plain))
            {
                return kind;
            }
        }

        return NetworkKind.None;
    }

    private static IEnumerable<ClientAddress> Edges(IPNetwork network)
    {
        ClientAddress first = ClientAddress.From(network.BaseAddress);
        int bits = (first.IsIPv4 ? 32 : 128) - network.PrefixLength;
        UInt128 last = first.Value | ((UInt128.One << bits) - 1);
        yield return first;
        yield return Make(first.IsIPv4, last);
        if (first.Value != UInt128.Zero)
        {
            yield return Make(first.IsIPv4, first.Value - 1);
        }

        UInt128 top = first.IsIPv4 ? uint.MaxValue : UInt128.MaxValue;
        if (last != top)
        {
            yield return Make(first.IsIPv4, last + 1);
        }
    }

    private static ClientAddress Make(bool isV4, UInt128 value) =>
        isV4 ? ClientAddress.FromIPv4((uint)value) : ClientAddress.FromIPv6(value);
}
