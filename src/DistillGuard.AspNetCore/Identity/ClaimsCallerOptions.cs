// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Identity;

/// <summary>Names of the claims that tell who a caller is; an empty name reads none.</summary>
public sealed class ClaimsCallerOptions
{
    /// <summary>Claim with the account. Default: <c>account</c>.</summary>
    public string Account { get; set; } = "account";

    /// <summary>Claim with the organization. Default: <c>organization</c>.</summary>
    public string Organization { get; set; } = "organization";

    /// <summary>Claim with the id of the API key, never the key itself. Default: <c>credential</c>.</summary>
    public string Credential { get; set; } = "credential";

    /// <summary>Claim with the payment token. Default: <c>payment</c>.</summary>
    public string Payment { get; set; } = "payment";

    /// <summary>Claim with the plan. Default: <c>plan</c>.</summary>
    public string Plan { get; set; } = "plan";
}
