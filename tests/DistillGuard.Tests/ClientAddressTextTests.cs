// SPDX-License-Identifier: MIT

using System.Net;
using CsCheck;

namespace DistillGuard;

public sealed class ClientAddressTextTests
{
    [TestCase("0.0.0.0")]
    [TestCase("255.255.255.255")]
    [TestCase("192.0.2.7")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("1::")]
    [TestCase("2001:db8::8a2e:370:7334")]
    [TestCase("2001:DB8:0:0:8:800:200C:417A")]
    [TestCase("1:2:3:4:5:6:7::")]
    [TestCase("::2:3:4:5:6:7:8")]
    [TestCase("::ffff:192.0.2.7")]
    [TestCase("64:ff9b::192.0.2.33")]
    [TestCase("1:2:3:4:5:6:192.0.2.33")]
    public void TryParse_Address_EqualsTheFrameworks(string text)
    {
        bool isAddress = ClientAddressText.TryParse(text, out ClientAddress address);

        Assert.That((isAddress, address), Is.EqualTo((true, ClientAddress.From(IPAddress.Parse(text)))));
    }

    [Test]
    public void TryParse_Zone_IsDropped()
    {
        bool isAddress = ClientAddressText.TryParse("fe80::1%eth0", out ClientAddress address);

        Assert.That((isAddress, address), Is.EqualTo((true, ClientAddress.From(IPAddress.Parse("fe80::1")))));
    }

    [TestCase("")]
    [TestCase("unknown")]
    [TestCase("1")]
    [TestCase("1.2.3")]
    [TestCase("1.2.3.4.5")]
    [TestCase("1.2.3.")]
    [TestCase(".1.2.3")]
    [TestCase("256.1.1.1")]
    [TestCase("01.2.3.4")]
    [TestCase("1.2.3.0400")]
    [TestCase("0x7f.0.0.1")]
    [TestCase("192.0.2.7:443")]
    [TestCase("192.0.2.0/24")]
    [TestCase(" 192.0.2.7")]
    [TestCase("+1.2.3.4")]
    [TestCase(":")]
    [TestCase(":::")]
    [TestCase(":1")]
    [TestCase("1:")]
    [TestCase("::1:")]
    [TestCase("1:::2")]
    [TestCase("1::2::3")]
    [TestCase("1:2:3:4:5:6:7")]
    [TestCase("1:2:3:4:5:6:7:8:9")]
    [TestCase("1:2:3:4:5:6:7:8::")]
    [TestCase("::1:2:3:4:5:6:7:8")]
    [TestCase("12345::")]
    [TestCase("g::")]
    [TestCase("::1.2.3")]
    [TestCase("::1.2.3.4:5")]
    [TestCase("1:2:3:4:5:6:7:1.2.3.4")]
    [TestCase("[::1]")]
    [TestCase("%eth0")]
    [TestCase("2001:db8::/32")]
    public void TryParse_NotAnAddress_GivesFalse(string text) =>
        Assert.That(ClientAddressText.TryParse(text, out _), Is.False);

    [Test]
    public void TryParse_AnyIPv6WrittenByTheFramework_GivesItBack() =>
        Gen.Select(Gen.Byte.Array[16], Gen.UShort).Sample(
            (bytes, zeros) =>
            {
                for (int index = 0; index < 16; index++)
                {
                    bytes[index] = ((zeros >> index) & 1) == 1 ? (byte)0 : bytes[index];
                }

                var expected = new IPAddress(bytes);
                return ClientAddressText.TryParse(expected.ToString(), out ClientAddress address)
                    && address == ClientAddress.From(expected);
            },
            iter: 10_000);

    [Test]
    public void TryParse_AnyTextOfAddressLetters_AgreesWithTheFrameworkWhereItSaysYes() =>
        Gen.String[Gen.Char["0123456789afF:.%"], 0, 24].Sample(
            text => !ClientAddressText.TryParse(text, out ClientAddress address)
                || (IPAddress.TryParse(text.Split('%')[0], out IPAddress? expected)
                    && address == ClientAddress.From(expected)),
            iter: 50_000);
}
