// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Exchanges;

/// <summary>Who sent a request, as the host's resolvers said. Only <see cref="Account"/> is required; <see langword="null"/> means "not known".</summary>
public sealed class CallerIdentity
{
    /// <summary>Who is billed: the unit that can be accused. Without it the request is not evaluated.</summary>
    public string? Account { get; set; }

    /// <summary>The contract that groups accounts.</summary>
    public string? Organization { get; set; }

    /// <summary>Id of the API key used, never the key itself.</summary>
    public string? Credential { get; set; }

    /// <summary>Opaque token of the payment instrument.</summary>
    public string? Payment { get; set; }

    /// <summary>The plan the account is on.</summary>
    public string? Plan { get; set; }

    /// <summary>What the customer declared.</summary>
    public DeclaredUses Declared { get; set; }

    /// <summary>When the account signed up; the default value means "not known".</summary>
    public DateTimeOffset AccountCreated { get; set; }

    /// <summary>The country declared at sign-up or by billing.</summary>
    public CountryCode AccountCountry { get; set; }

    /// <summary>TLS fingerprint of the client, for example JA4, where the host's edge gives one.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Conversation id the host knows of.</summary>
    public string? Conversation { get; set; }

    /// <summary>End-user id the host knows of.</summary>
    public string? EndUser { get; set; }

    /// <summary>Takes over what is not known yet.</summary>
    internal void FillFrom(CallerIdentity other)
    {
        Account ??= other.Account;
        Organization ??= other.Organization;
        Credential ??= other.Credential;
        Payment ??= other.Payment;
        Plan ??= other.Plan;
        Declared |= other.Declared;
        AccountCreated = AccountCreated == default ? other.AccountCreated : AccountCreated;
        AccountCountry = AccountCountry == default ? other.AccountCountry : AccountCountry;
        Fingerprint ??= other.Fingerprint;
        Conversation ??= other.Conversation;
        EndUser ??= other.EndUser;
    }
}
