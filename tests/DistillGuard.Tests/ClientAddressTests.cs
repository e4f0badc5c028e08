// SPDX-License-Identifier: MIT

using System.Net;

namespace DistillGuard;

public sealed class ClientAddressTests
{
    [Test]
    public void FromIPv4_Loopback_IsIPv4() =>
        Assert.That(ClientAddress.From(IPAddress.Loopback), Is.EqualTo(ClientAddress.FromIPv4(0x7F000001)));

    [Test]
    public void FromIPv6_MappedIPv4_BecomesIPv4() =>
        Assert.That(
            ClientAddress.From(IPAddress.Parse("::ffff:203.0.113.9")),
            Is.EqualTo(ClientAddress.From(IPAddress.Parse("203.0.113.9"))));

    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::203.0.113.9")]
    [TestCase("2001:db8::ffff:0:0")]
    [TestCase("ffff::ffff:cb00:7109")]
    public void FromIPv6_NotMapped_StaysIPv6(string text)
    {
        ClientAddress address = ClientAddress.From(IPAddress.Parse(text));

        Assert.That((address.IsKnown, address.IsIPv4), Is.EqualTo((true, false)));
    }

    [Test]
    public void Value_OfIPv6_IsInNetworkOrder() =>
        Assert.That(
            ClientAddress.From(IPAddress.Parse("2001:db8::1")).Value,
            Is.EqualTo(new UInt128(0x20010DB800000000, 1)));

    [Test]
    public void From_ScopeId_IsDropped() =>
        Assert.That(
            ClientAddress.From(IPAddress.Parse("fe80::1%3")),
            Is.EqualTo(ClientAddress.From(IPAddress.Parse("fe80::1"))));

    [Test]
    public void From_Null_IsNotKnown() => Assert.That(ClientAddress.From(null).IsKnown, Is.False);

    [Test]
    public void Default_IsNotKnown() => Assert.That(default(ClientAddress).IsKnown, Is.False);

    [Test]
    public void FromIPv4_AllZero_IsKnown() => Assert.That(ClientAddress.FromIPv4(0).IsKnown, Is.True);

    [Test]
    public void FromIPv4_SameNumberAsIPv6_IsAnotherAddress() =>
        Assert.That(ClientAddress.FromIPv4(1), Is.Not.EqualTo(ClientAddress.FromIPv6(1)));

    [TestCase("192.0.2.7", true)]
    [TestCase("2001:db8::7", true)]
    [TestCase("", false)]
    [TestCase("192.0.2.7:80", false)]
    [TestCase("192.0.2.256", false)]
    [TestCase("example.org", false)]
    public void TryParse_Text_SaysWhetherItIsAnAddress(string text, bool expected)
    {
        bool isAddress = ClientAddress.TryParse(text, out ClientAddress address);

        Assert.That((isAddress, address.IsKnown), Is.EqualTo((expected, expected)));
    }

    [TestCase("192.0.2.7", "IPv4 address")]
    [TestCase("2001:db8::7", "IPv6 address")]
    public void ToString_Address_DoesNotShowIt(string text, string expected) =>
        Assert.That(ClientAddress.From(IPAddress.Parse(text)).ToString(), Is.EqualTo(expected));

    [Test]
    public void ToString_NotKnown_IsEmpty() => Assert.That(default(ClientAddress).ToString(), Is.Empty);

    [Test]
    public void From_SteadyState_AllocatesNothing()
    {
        IPAddress address = IPAddress.Parse("2001:db8::7");
        ClientAddress.From(address);
        long before = GC.GetAllocatedBytesForCurrentThread();

        ClientAddress.From(address);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
