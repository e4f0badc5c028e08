// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Testing;

/// <summary>Who sends: the owned form of a <see cref="Caller"/>. Immutable; change a copy with <c>with</c>.</summary>
/// <remarks>An empty string means "the host does not know it".</remarks>
public sealed record Identity
{
    /// <summary>Who is billed.</summary>
    public required string Account { get; init; }

    /// <summary>The contract that groups accounts. Default: not known.</summary>
    public string Organization { get; init; } = string.Empty;

    /// <summary>Id of the API key. Default: not known.</summary>
    public string Credential { get; init; } = string.Empty;

    /// <summary>The plan the account is on; it chooses the cohort. Default: not known.</summary>
    public string Plan { get; init; } = string.Empty;

    /// <summary>Opaque token of the payment instrument. Default: not known.</summary>
    public string Payment { get; init; } = string.Empty;

    /// <summary>What the customer declared. Default: nothing.</summary>
    public DeclaredUses Declared { get; init; }

    /// <summary>When the account signed up. Default: not known.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>The country declared at sign-up. Default: not known.</summary>
    public CountryCode Country { get; init; }

    /// <summary>The address requests come from. Default: not known.</summary>
    public ClientAddress Address { get; init; }

    /// <summary>The user agent the client sends. Default: not known.</summary>
    public string UserAgent { get; init; } = string.Empty;

    /// <summary>TLS fingerprint of the client. Default: not known.</summary>
    public string Fingerprint { get; init; } = string.Empty;

    /// <summary>The borrowed form that a request carries.</summary>
    public Caller ToCaller() => new()
    {
        Account = Account,
        Organization = Organization,
        Credential = Credential,
        Plan = Plan,
        Payment = Payment,
        Declared = Declared,
        AccountCreated = Created,
        AccountCountry = Country,
        Address = Address,
        UserAgent = UserAgent,
        Fingerprint = Fingerprint,
    };
}
