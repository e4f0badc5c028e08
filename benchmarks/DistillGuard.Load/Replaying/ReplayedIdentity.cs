// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Samples.Gateway.Customers;

namespace DistillGuard.Load.Replaying;

/// <summary>What a log says of a customer, apart from the client used.</summary>
/// <param name="Customer">What a key tells; without the key.</param>
/// <param name="Created">When the account signed up.</param>
/// <param name="Country">The country declared at sign-up.</param>
/// <param name="Declared">What the customer declared.</param>
internal sealed record ReplayedIdentity(Customer Customer, DateTimeOffset Created, CountryCode Country, DeclaredUses Declared)
{
    /// <summary>The identity of a caller.</summary>
    public static ReplayedIdentity Of(Caller caller)
    {
        var customer = new Customer
        {
            Key = string.Empty,
            Account = caller.Account.ToString(),
            Organization = Known(caller.Organization),
            Credential = Known(caller.Credential),
            Plan = Known(caller.Plan),
            Payment = Known(caller.Payment),
        };
        return new ReplayedIdentity(customer, caller.AccountCreated, caller.AccountCountry, caller.Declared);
    }

    private static string? Known(ReadOnlySpan<char> text) => text.IsEmpty ? null : text.ToString();
}
