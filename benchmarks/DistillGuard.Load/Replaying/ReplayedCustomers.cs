// SPDX-License-Identifier: MIT

using System.Globalization;
using DistillGuard.AspNetCore.Exchanges;
using DistillGuard.AspNetCore.Identity;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.TrafficLogs;
using Microsoft.AspNetCore.Http;

namespace DistillGuard.Load.Replaying;

/// <summary>The customers of a log, each with a made-up key; and, for the guard, what a key alone does not tell.</summary>
/// <remarks>A customer whose plan, payment or credential changes within the log becomes several, with one account.</remarks>
internal sealed class ReplayedCustomers : ICallerResolver
{
    /// <summary>Carries the client's fingerprint, as an edge that terminates TLS would tell it.</summary>
    public const string FingerprintHeader = "X-Edge-Fingerprint";

    private readonly Dictionary<ReplayedIdentity, Customer> _customers = [];
    private readonly Dictionary<string, ReplayedIdentity> _byKey = new(StringComparer.Ordinal);

    /// <summary>The customers noted so far.</summary>
    public CustomerDirectory Directory => new(_customers.Values);

    /// <summary>Notes who sent an exchange.</summary>
    /// <returns>The customer.</returns>
    public Customer Note(in TrafficLogEntry entry)
    {
        ReplayedIdentity identity = ReplayedIdentity.Of(entry.Caller);
        if (!_customers.TryGetValue(identity, out Customer? customer))
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"replay-{_customers.Count}");
            customer = identity.Customer with { Key = key };
            _customers.Add(identity, customer);
            _byKey.Add(key, identity);
        }

        return customer;
    }

    public ValueTask ResolveAsync(HttpContext context, CallerIdentity caller)
    {
        string key = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        ReplayedIdentity identity = _byKey[key];
        caller.AccountCreated = identity.Created;
        caller.AccountCountry = identity.Country;
        caller.Declared = identity.Declared;
        caller.Fingerprint = context.Request.Headers[FingerprintHeader].FirstOrDefault();
        return ValueTask.CompletedTask;
    }
}
