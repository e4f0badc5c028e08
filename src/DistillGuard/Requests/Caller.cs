// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>
/// Who sent a request, as the host knows it after authentication. Only <see cref="Account"/> is required.
/// </summary>
/// <remarks>
/// Ids are borrowed for the call and at once turned into keyed hashes; an empty span means "not known". Give stable
/// ids, never secrets: a credential is the key's id, not the key.
/// </remarks>
public readonly ref struct Caller
{
    /// <summary>Who is billed: the unit that can be accused.</summary>
    public required ReadOnlySpan<char> Account { get; init; }

    /// <summary>The contract that groups accounts; failover inside one organization is innocent.</summary>
    public ReadOnlySpan<char> Organization { get; init; }

    /// <summary>Id of the API key used.</summary>
    public ReadOnlySpan<char> Credential { get; init; }

    /// <summary>The plan the account is on, for example <c>free</c> or <c>team</c>; it chooses the cohort.</summary>
    public ReadOnlySpan<char> Plan { get; init; }

    /// <summary>Opaque token of the payment instrument.</summary>
    public ReadOnlySpan<char> Payment { get; init; }

    /// <summary>What the customer declared.</summary>
    public DeclaredUses Declared { get; init; }

    /// <summary>When the account signed up; the default value means "not known".</summary>
    public DateTimeOffset AccountCreated { get; init; }

    /// <summary>The country declared at sign-up or by billing.</summary>
    public CountryCode AccountCountry { get; init; }

    /// <summary>The address the request came from, after trusted-proxy resolution.</summary>
    public ClientAddress Address { get; init; }

    /// <summary>The user agent the client sent.</summary>
    public ReadOnlySpan<char> UserAgent { get; init; }

    /// <summary>TLS fingerprint of the client, for example JA4.</summary>
    public ReadOnlySpan<char> Fingerprint { get; init; }
}
