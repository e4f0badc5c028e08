// SPDX-License-Identifier: MIT

using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace DistillGuard.Samples.Gateway.Customers;

/// <summary>Knows customers by the API keys that clients of the four APIs send.</summary>
internal sealed class ApiKeyHandler : AuthenticationHandler<AuthenticationSchemeOptions>
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "ApiKey";

    private const string Bearer = "Bearer ";

    private readonly CustomerDirectory _customers;

    public ApiKeyHandler(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CustomerDirectory customers)
        : base(options, logger, encoder) => _customers = customers;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { Length: > 0 } key)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (_customers.Find(key) is not { } customer)
        {
            return Task.FromResult(AuthenticateResult.Fail("No customer has this key."));
        }

        var identity = new ClaimsIdentity(Claims(customer), Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    private static string? KeyOf(HttpRequest request)
    {
        string authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.Ordinal) ? authorization[Bearer.Length..]
            : request.Headers["x-api-key"].FirstOrDefault() ?? request.Headers["x-goog-api-key"].FirstOrDefault() ?? request.Query["key"].FirstOrDefault();
    }

    private static IEnumerable<Claim> Claims(Customer customer)
    {
        yield return new Claim(CustomerClaims.Account, customer.Account);
        foreach ((string type, string? value) in new[]
        {
            (CustomerClaims.Organization, customer.Organization),
            (CustomerClaims.Credential, customer.Credential),
            (CustomerClaims.Plan, customer.Plan),
            (CustomerClaims.Payment, customer.Payment),
        })
        {
            if (value is not null)
            {
                yield return new Claim(type, value);
            }
        }
    }
}
