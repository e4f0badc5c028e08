// SPDX-License-Identifier: MIT

namespace DistillGuard.Samples.Gateway.Customers;

/// <summary>What the gateway says of an authenticated customer.</summary>
internal static class CustomerClaims
{
    public const string Account = "account";
    public const string Organization = "organization";
    public const string Credential = "credential";
    public const string Plan = "plan";
    public const string Payment = "payment";
}
