// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.Requests;

namespace DistillGuard.Cli.Demo;

/// <summary>
/// Makes up customers. Addresses are of the ranges kept for documentation (RFC 5737, RFC 3849) unless said otherwise.
/// </summary>
internal sealed class DemoAccounts
{
    private static readonly uint[] DocumentationNetworks = [0xC0000200, 0xC6336400, 0xCB007100];
    private static readonly UInt128 DocumentationNetwork6 = new(0x2001_0DB8_0000_0000, 0);
    private static readonly string[] Models = ["sample-large", "sample-small"];
    private static readonly string[] Agents = ["Mozilla/5.0 (sample)", "sample-sdk/1.4 python", "sample-sdk/2.0 " +
        "node", "curl/8.5.0"];

    private static readonly ApiKind[] Apis =
    [
        ApiKind.OpenAIChatCompletions, ApiKind.OpenAIResponses, ApiKind.AnthropicMessages, ApiKind.GoogleGenerateContent,
    ];

    private readonly Random _random;
    private int _count;

    public DemoAccounts(Random random) => _random = random;

    /// <summary>A new customer with an organization, a payment token and a network of its own.</summary>
    public DemoAccount Next(string name, string plan, string country, DateTimeOffset now, DeclaredUses declared = DeclaredUses.None)
    {
        _count++;
        return new DemoAccount
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{name}-{_count:D3}"),
            Organization = string.Create(CultureInfo.InvariantCulture, $"org-{_count:D3}"),
            Plan = plan,
            Payment = string.Create(CultureInfo.InvariantCulture, $"pay-{_random.Next():x8}"),
            Country = country,
            Created = now.AddDays(-_random.Next(5, 700)),
            Address = NextAddress(),
            Api = Apis[_random.Next(Apis.Length)],
            Model = Models[_random.Next(Models.Length)],
            UserAgent = Agents[_random.Next(Agents.Length)],
            Fingerprint = string.Create(CultureInfo.InvariantCulture, $"t13d{_random.Next(1000, 9999)}h2_{_random.Next():x8}"),
            Declared = declared,
        };
    }

    private ClientAddress NextAddress() => _random.Next(3) == 0
        ? ClientAddress.FromIPv6(DocumentationNetwork6 | ((UInt128)_random.Next(1, 65536) << 80) | (UInt128)_random.Next(1, 65536))
        : ClientAddress.FromIPv4(DocumentationNetworks[_random.Next(DocumentationNetworks.Length)] | (uint)_random.Next(1, 255));
}
